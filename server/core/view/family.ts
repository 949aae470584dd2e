/**
 * The two things a figure can be about, never to be mixed up: `subject` is a function that was being compiled (the
 * victim), `handler` is code of the compiler that did the work (where causes are).
 */
export type Family = "subject" | "handler";
