@echo off
rem The command rejoin: runs tck\target\rejoin.jar, and builds it first if it is not there.
rem Does the same job as the file rejoin beside it. It could not be tried on Windows.
setlocal
for %%I in ("%~dp0..\..") do set "ROOT=%%~fI"
set "JAR=%ROOT%\tck\target\rejoin.jar"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo rejoin: no Java found; install a JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 70
)
rem A newer one has this option; an older one refuses to start with it.
"%JAVA%" --finalization=enabled -version >nul 2>&1
if not errorlevel 1 goto ready
"%JAVA%" -version 2>&1 | findstr /r /c:" version .17[^0-9]" >nul
if errorlevel 1 (
  echo rejoin: Java 17 or newer is needed; set JAVA_HOME 1>&2
  exit /b 70
)

:ready
if exist "%JAR%" goto run
echo rejoin: building tck\target\rejoin.jar ^(first use^) ... 1>&2
set "LOG=%TEMP%\rejoin-build-%RANDOM%.log"
call mvn -B -q -ntp -f "%ROOT%\pom.xml" package -Dmaven.test.skip=true -Denforcer.skip=true >"%LOG%" 2>&1
if errorlevel 1 (
  type "%LOG%" 1>&2
  echo rejoin: tck\target\rejoin.jar could not be built; Maven's output is above 1>&2
  exit /b 70
)
del "%LOG%"

:run
set "COMPILER=1"
if "%~1"=="check" set "COMPILER=4"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=%COMPILER% -Xshare:auto "-Drejoin.program=%~f0" -jar "%JAR%" %*
exit /b %ERRORLEVEL%
