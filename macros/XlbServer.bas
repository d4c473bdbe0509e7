Attribute VB_Name = "XlbServer"
Option Explicit
Option Private Module
' Which Python answers, how it is started, and what is remembered when it does not start.
' The module "xlwings" asks GetConfig and XLPyCommand; these take the place of its own, which would
' also read settings from an open workbook and from the folder beside it.

Public Const XLB_FAULT As Long = vbObjectError + 513

Private Const PYTHON_MODULE As String = "xlbudget.hosts.excel.udfs"
Private Const SECONDS_TO_NEXT_TRY As Long = 60
Private Const MEND As String = " Type ""xlbudget addin install"" in a terminal, then press ""Check the add-in""."

Private Held As Object
Private Failure As String
Private FailedAt As Date

Public Function XlbAsk(ByVal functionName As String, ByVal cells As Variant) As Variant
    ' Asks Python for a function of a cell
    XlbAsk = XlbAskOf(PYTHON_MODULE, functionName, cells, Nothing)
End Function

Public Function XlbAskOf(ByVal moduleName As String, ByVal functionName As String, ByVal cells As Variant, ByVal book As Object) As Variant
    ' Asks Python; one that has ended since it was started is started again, once
    Dim words As String
    On Error GoTo lost
    XlbAskOf = Called(moduleName, functionName, cells, book)
    Exit Function
lost:
    words = Err.Description
    If Held Is Nothing Then Err.Raise XLB_FAULT, "xlbudget", words
    If InStr(words, "Traceback") > 0 Then Err.Raise XLB_FAULT, "xlbudget", "Python could not answer: " & LastLine(words)
    Set Held = Nothing
    XlbAskOf = AskAgain(moduleName, functionName, cells, book)
End Function

Public Sub XlbForget()
    ' Lets go of Python and of a failed start, so that the next question starts it anew
    Set Held = Nothing
    Failure = ""
End Sub

Public Function XlbInterpreter() As String
    ' The Python that the person's own settings file names, with its full path
    Dim path As String
#If Mac Then
    Err.Raise XLB_FAULT, "xlbudget", "These functions need Excel on Windows; on a Mac, LibreOffice has them."
#End If
    If Not GetConfigFromFile(XlbConfigFile(), "INTERPRETER_WIN", path) Then
        Err.Raise XLB_FAULT, "xlbudget", "Python was not found: the file " & XlbConfigFile() & " names none." & MEND
    End If
    ' A bare name would be looked for in the folder of the open workbook as well
    If Not (path Like "[A-Za-z]:\*" Or Left$(path, 2) = "\\") Or Not FileExistsOnWindows(path) Then
        Err.Raise XLB_FAULT, "xlbudget", "Python was not found at """ & path & """, where " & XlbConfigFile() & " looks for it." & MEND
    End If
    XlbInterpreter = path
End Function

Public Function XlbConfigFile() As String
    XlbConfigFile = Environ("USERPROFILE") & "\.xlbudget\xlbudget.conf"
End Function

Public Function FileExists(ByVal path As String) As Boolean
    FileExists = FileExistsOnWindows(path)
End Function

Public Function GetConfig(ByVal key As String, Optional ByVal otherwise As String = "") As Variant
    If key = "INTERPRETER_WIN" Then
        GetConfig = XlbInterpreter()
    Else
        GetConfig = otherwise
    End If
End Function

Public Function XLPyCommand() As String
    ' Python is started itself, so that one that ends at once is noticed at once.
    ' -P: no module is taken from the current folder, which may be that of a workbook
    XLPyCommand = """" & XlbInterpreter() & """ -P -c ""import xlwings;xlwings.serve('$(CLSID)')"""
End Function

Private Function Server() As Object
    If Held Is Nothing Then
        If Len(Failure) > 0 And DateDiff("s", FailedAt, Now) < SECONDS_TO_NEXT_TRY Then
            Err.Raise XLB_FAULT, "xlbudget", Failure
        End If
        Set Held = Started()
    End If
    Set Server = Held
End Function

Private Function Started() As Object
    On Error GoTo failed
    Set Started = XLPy()
    Failure = ""
    Exit Function
failed:
    If Err.Number = XLB_FAULT Then Remember Err.Description
    Remember "Python was found, but Excel could not start it. " & Err.Description & MEND
End Function

Private Function Called(ByVal moduleName As String, ByVal functionName As String, ByVal cells As Variant, ByVal book As Object) As Variant
    ' With a workbook, xlwings knows in Python which one is meant. The module is loaded without it
    ' first: xlwings would else look for code in the workbook's own sheets
    If book Is Nothing Then
        Called = Server().CallUDF(moduleName, functionName, cells)
    Else
        Called = Server().CallUDF(moduleName, "ready", Array())
        Called = Server().CallUDF(moduleName, functionName, cells, book)
    End If
End Function

Private Function AskAgain(ByVal moduleName As String, ByVal functionName As String, ByVal cells As Variant, ByVal book As Object) As Variant
    On Error GoTo failed
    AskAgain = Called(moduleName, functionName, cells, book)
    Exit Function
failed:
    Set Held = Nothing
    Remember Err.Description
End Function

Private Sub Remember(ByVal words As String)
    ' Thousands of cells ask in one recalculation: only the first may wait for Python
    Failure = words
    FailedAt = Now
    Err.Raise XLB_FAULT, "xlbudget", words
End Sub

Private Function LastLine(ByVal traceback As String) As String
    Dim lines() As String, place As Long
    lines = Split(Replace(traceback, vbCr, ""), vbLf)
    For place = UBound(lines) To 0 Step -1
        If Len(Trim$(lines(place))) > 0 Then Exit For
    Next place
    If place >= 0 Then LastLine = Trim$(lines(place))
End Function
