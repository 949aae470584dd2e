// What VS Code gives a page in its built-in themes, as far as the chart reads it. The chart's own colours are left out
// in one of them: the page must do with a theme's common colours.

const COMMON = `
  --vscode-font-family: "Liberation Sans", sans-serif;
  --vscode-font-size: 13px;
  --vscode-editor-font-family: "DejaVu Sans Mono", monospace;
`;

export const chartThemes = {
  dark: `:root { ${COMMON}
    --vscode-foreground: #cccccc; --vscode-editor-foreground: #cccccc; --vscode-editor-background: #1f1f1f;
    --vscode-descriptionForeground: #9d9d9d; --vscode-disabledForeground: #cccccc80; --vscode-focusBorder: #0078d4;
    --vscode-panel-border: #2b2b2b; --vscode-textLink-foreground: #4daafc;
    --vscode-editorWarning-foreground: #cca700; --vscode-button-secondaryBackground: #313131;
    --vscode-button-secondaryForeground: #cccccc; --vscode-button-secondaryHoverBackground: #3c3c3c;
    --vscode-editorHoverWidget-background: #202020; --vscode-editorHoverWidget-border: #454545;
    --vscode-editorHoverWidget-foreground: #cccccc; --vscode-widget-shadow: #0000005c;
    --vscode-list-hoverBackground: #2a2d2e; --vscode-list-activeSelectionBackground: #04395e;
    --vscode-list-activeSelectionForeground: #ffffff;
    --vscode-charts-lines: #cccccc80; --vscode-charts-orange: #d18616; --vscode-charts-blue: #3794ff;
    --vscode-charts-yellow: #cca700; --vscode-charts-green: #89d185;
    --vscode-quartzRss-chartGrowth: #e08a2e; --vscode-quartzRss-chartRelease: #3794ff;
    --vscode-quartzRss-chartRemainder: #7d7d7d; --vscode-quartzRss-chartPhase: #a9764f;
    --vscode-quartzRss-chartStart: #89d185; --vscode-quartzRss-chartUnknown: #8f8f8f;
  }`,
  light: `:root { ${COMMON}
    --vscode-foreground: #3b3b3b; --vscode-editor-foreground: #3b3b3b; --vscode-editor-background: #ffffff;
    --vscode-descriptionForeground: #5a5a5a; --vscode-disabledForeground: #61616180; --vscode-focusBorder: #005fb8;
    --vscode-panel-border: #e5e5e5; --vscode-textLink-foreground: #005fb8;
    --vscode-editorWarning-foreground: #bf8803; --vscode-button-secondaryBackground: #e5e5e5;
    --vscode-button-secondaryForeground: #3b3b3b; --vscode-button-secondaryHoverBackground: #cccccc;
    --vscode-editorHoverWidget-background: #f8f8f8; --vscode-editorHoverWidget-border: #c8c8c8;
    --vscode-editorHoverWidget-foreground: #3b3b3b; --vscode-widget-shadow: #00000029;
    --vscode-list-hoverBackground: #f2f2f2; --vscode-list-activeSelectionBackground: #e8e8e8;
    --vscode-list-activeSelectionForeground: #000000;
    --vscode-charts-lines: #3b3b3b80; --vscode-charts-orange: #d18616; --vscode-charts-blue: #1a85ff;
    --vscode-charts-yellow: #bf8803; --vscode-charts-green: #388a34;
    --vscode-quartzRss-chartGrowth: #d9822b; --vscode-quartzRss-chartRelease: #1a6fd1;
    --vscode-quartzRss-chartRemainder: #a0a0a0; --vscode-quartzRss-chartPhase: #cda680;
    --vscode-quartzRss-chartStart: #4f9a50; --vscode-quartzRss-chartUnknown: #a8a8a8;
  }`,
  highContrast: `:root { ${COMMON}
    --vscode-foreground: #ffffff; --vscode-editor-foreground: #ffffff; --vscode-editor-background: #000000;
    --vscode-descriptionForeground: #ffffffb3; --vscode-disabledForeground: #a5a5a5; --vscode-focusBorder: #f38518;
    --vscode-contrastBorder: #6fc3df; --vscode-contrastActiveBorder: #f38518; --vscode-panel-border: #6fc3df;
    --vscode-textLink-foreground: #21a6ff; --vscode-editorWarning-foreground: #ffd370;
    --vscode-button-secondaryForeground: #ffffff; --vscode-button-secondaryBackground: #000000;
    --vscode-button-secondaryHoverBackground: #000000; --vscode-button-border: #6fc3df;
    --vscode-editorHoverWidget-background: #0c141f; --vscode-editorHoverWidget-border: #6fc3df;
    --vscode-editorHoverWidget-foreground: #ffffff;
    --vscode-list-hoverBackground: #ffffff1a; --vscode-list-activeSelectionBackground: #000000;
    --vscode-list-activeSelectionForeground: #ffffff;
    --vscode-charts-lines: #ffffff80; --vscode-charts-orange: #d18616; --vscode-charts-blue: #59a4f9;
    --vscode-charts-yellow: #cca700; --vscode-charts-green: #89d185;
  }`,
} as const;
