Attribute VB_Name = "XlbAct"
Option Explicit
Option Private Module
' One press of a button: Python plans, Excel's own dialogs ask, Python changes the workbook.
' What Python answers is a row of four texts: a dialog or "say", its words, what stands in it at
' first, and how the name of a file ends.

Private Const PRESS_MODULE As String = "xlbudget.hosts.excel.press"
Private Const TITLE As String = "xlbudget"
Private Const NO_PYTHON As String = "The workbook itself works without Python: all its sheets, formulas and checks stay live. To use the buttons, type ""xlbudget addin install"" in a terminal, or ask IT to."
Private Const CLOSED As String = vbFormFeed

Public Function XlbActed(ByVal verbName As String) As String
    ' Plays a press to its end; returns the words that end it, and never raises an error
    Dim answer As Variant, text As String
    On Error GoTo failed
    answer = Pressed(verbName)
    Do While answer(0) <> "say"
        text = XlbDialog(answer(0), answer(1), answer(2), answer(3))
        If text = CLOSED Then
            answer = XlbAskOf(PRESS_MODULE, "cancelled", Array(), Nothing)
        Else
            answer = XlbAskOf(PRESS_MODULE, "answered", Array(text), Nothing)
        End If
    Loop
    XlbActed = answer(1)
    Exit Function
failed:
    XlbActed = Err.Description & vbLf & vbLf & NO_PYTHON
End Function

Public Function XlbIsOurs() As Boolean
    ' Whether the active workbook is one of xlbudget's, by the name of its master check
    Dim found As Object
    On Error Resume Next
    If Not ActiveWorkbook Is Nothing Then Set found = ActiveWorkbook.Names("MasterCheck")
    XlbIsOurs = Not found Is Nothing
End Function

Private Function Pressed(ByVal verbName As String) As Variant
    If ActiveWorkbook Is Nothing Then
        Pressed = XlbAskOf(PRESS_MODULE, "press", Array(verbName, False), Nothing)
    Else
        Pressed = XlbAskOf(PRESS_MODULE, "press", Array(verbName, True), ActiveWorkbook)
    End If
End Function

Private Function XlbDialog(ByVal kind As String, ByVal words As String, ByVal suggested As String, ByVal ending As String) As String
    ' What a person answers in a dialog; a form feed for a dialog that was closed
    Select Case kind
        Case "open"
            XlbDialog = Chosen(Application.GetOpenFilename(Title:=words))
        Case "save"
            XlbDialog = Chosen(Application.GetSaveAsFilename(suggested, "Files (*" & ending & "),*" & ending, Title:=words))
        Case "folder"
            XlbDialog = FolderChosen(words)
        Case Else
            XlbDialog = Typed(words, suggested)
    End Select
End Function

Private Function Chosen(ByVal answer As Variant) As String
    ' Excel answers False when its dialog is closed
    If VarType(answer) = vbBoolean Then
        Chosen = CLOSED
    Else
        Chosen = answer
    End If
End Function

Private Function FolderChosen(ByVal words As String) As String
    FolderChosen = CLOSED
    With Application.FileDialog(4)
        .Title = words
        If .Show = -1 Then FolderChosen = .SelectedItems(1)
    End With
End Function

Private Function Typed(ByVal words As String, ByVal suggested As String) As String
    ' Cancel gives a text without a place in memory, an empty answer gives one with
    Typed = InputBox(words, TITLE, suggested)
    If StrPtr(Typed) = 0 Then Typed = CLOSED
End Function
