/** Builds that are run and measured. */
export const launchTexts = {
  "launch.timeLimit": "it ran longer than its limit of {limit}",
  "launch.treeLimit": "its processes held {reached}, more than the limit of {limit}",
  "launch.readingLimit": "its log read {reached}, more than the limit of {limit}",
  "launch.freeLimit": "the system had only {free} left",
  "launch.cancelled": "cancelled",
  "launch.unstartable": "{program} cannot be started: {cause}",
  "launch.exitCode": "{program} ended with code {code}",
  "launch.signal": "{program} was ended by {signal}",
  "launch.livesOn": "some of its processes could not be ended",
} as const;
