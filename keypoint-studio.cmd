@echo off
rem Starts Keypoint Studio: finds a JDK 25, builds what is missing, sets the flags and the
rem environment of packaging\launch, and runs the program with the arguments given here.
rem Without arguments it opens the sample data.
setlocal EnableExtensions
set "root=%~dp0"
set "root=%root:~0,-1%"

set "jdk="
call :try "%JAVA_HOME%"
call :try "%JDK_25%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for %%b in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java") do (
  if exist "%%~b" for /d %%d in ("%%~b\*") do call :try "%%~d"
)
if not defined jdk (
  echo Keypoint Studio needs a JDK 25: install one ^(for example Eclipse Temurin 25^) or set JAVA_HOME to it. 1>&2
  exit /b 1
)

rem Benchmarks are no part of the program: Maven builds and runs them.
if /i "%~1"=="bench" goto bench

set "classpath_file=%root%\target\launch\classpath"
set "stamp=%root%\target\launch\built"
set "built=yes"
if not exist "%classpath_file%" set "built="
if not exist "%stamp%" set "built="
if defined built (
  powershell -NoProfile -Command "$s=(Get-Item '%stamp%').LastWriteTime; if (Get-ChildItem -Recurse -File '%root%\src\main','%root%\assets','%root%\pom.xml' | Where-Object { $_.LastWriteTime -gt $s } | Select-Object -First 1) { exit 1 }"
  if errorlevel 1 set "built="
)
if not defined built (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo Keypoint Studio is not built yet: install Maven 3.8 or later and start again. 1>&2
    exit /b 1
  )
  echo Building Keypoint Studio; the first time, this fetches its libraries and takes some minutes. 1>&2
  pushd "%root%"
  rem Maven's toolchain discovery takes up any variable JAVA*_HOME, so both use the same JDK.
  set "JAVA25_HOME=%jdk%"
  call mvn -q -B compile -Dspotless.check.skip=true -Dexec.skip=true
  if errorlevel 1 (
    popd
    echo Keypoint Studio could not be built: the lines above say why. 1>&2
    exit /b 1
  )
  popd
  type nul > "%stamp%"
)

rem Variables that are set already win.
for /f "usebackq eol=# tokens=1,* delims==" %%n in ("%root%\packaging\launch\environment.properties") do (
  if not defined %%n set "%%n=%%o"
)
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=%NUMBER_OF_PROCESSORS%"

rem The class path is longer than a variable or a line here may be, so java reads it from a file.
set "classpath_arguments=%root%\target\launch\classpath-arguments"
powershell -NoProfile -Command "$p = (Join-Path $env:root 'target\classes') + ';' + (Get-Content -Raw $env:classpath_file).Trim(); [IO.File]::WriteAllText($env:classpath_arguments, '-cp ' + [char]34 + $p.Replace('\', '\\') + [char]34)"
if errorlevel 1 exit /b 1
if "%~1"=="" (
  "%jdk%\bin\java" "@%root%\packaging\launch\jvm.options" "@%classpath_arguments%" org.keypointstudio.app.Launcher open "%root%\sample-data\training.csv"
) else (
  "%jdk%\bin\java" "@%root%\packaging\launch\jvm.options" "@%classpath_arguments%" org.keypointstudio.app.Launcher %*
)
exit /b %errorlevel%

:bench
where mvn >nul 2>nul
if errorlevel 1 (
  echo The benchmarks are built by Maven: install Maven 3.8 or later and start again. 1>&2
  exit /b 1
)
set "options=%*"
set "options=%options:~6%"
set "JAVA25_HOME=%jdk%"
pushd "%root%"
if defined options (
  call mvn -q -Pbench verify "-Dbench.options=%options%"
) else (
  call mvn -q -Pbench verify
)
set "code=%errorlevel%"
popd
exit /b %code%

:try
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "jdk=%~f1"
exit /b 0
