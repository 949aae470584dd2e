@echo off
rem quartz-rss in the terminals of VS Code: on the editor's own Node, else on the one of the PATH.
setlocal
set ELECTRON_RUN_AS_NODE=1
if exist "%QUARTZ_RSS_NODE%" (
  "%QUARTZ_RSS_NODE%" "%~dp0..\cli.cjs" %*
) else (
  node "%~dp0..\cli.cjs" %*
)
