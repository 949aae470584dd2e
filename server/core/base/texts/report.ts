export const reportTexts = { "report.placeholder": "" } as const;
