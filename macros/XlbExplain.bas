Attribute VB_Name = "XlbExplain"
Option Explicit
Option Private Module
' What the buttons say: why a function refuses, and which Python answers.

Private Const LONGEST_QUESTION As Long = 255

Public Function XlbChecked() As String
    ' The add-in, the Python that it would start, and what that Python says
    Dim answer As Variant
    XlbChecked = "Add-in " & XLB_VERSION & ": " & ThisWorkbook.FullName
    On Error GoTo failed
    XlbChecked = XlbChecked & vbLf & "Python: " & XlbInterpreter()
    XlbForget
    EndPython
    answer = XlbAsk("about", Array())
    XlbChecked = XlbChecked & vbLf & "It answers: " & answer
    If InStr(answer, "xlbudget " & XLB_VERSION & ",") = 0 Then
        XlbChecked = XlbChecked & vbLf & "The add-in and Python are of two versions. Type ""xlbudget addin install"" in a terminal."
    End If
    Exit Function
failed:
    XlbChecked = XlbChecked & vbLf & Err.Description
End Function

Public Function XlbReasons(ByVal cell As Object) As String
    ' What each function of xlbudget in a cell says of its own arguments
    Dim formula As String, place As Long, opened As Long, closed As Long
    formula = cell.Formula
    If Left$(formula, 1) = "=" Then place = NextCall(formula, 2)
    Do While place > 0
        opened = InStr(place, formula, "(")
        closed = ClosingBracket(formula, opened)
        If Len(XlbReasons) > 0 Then XlbReasons = XlbReasons & vbLf & vbLf
        XlbReasons = XlbReasons & Reason(cell, Mid$(formula, place, opened - place), Mid$(formula, opened + 1, closed - opened - 1))
        place = NextCall(formula, opened)
    Loop
    If Len(XlbReasons) = 0 Then XlbReasons = "The selected cell has no function of xlbudget. Select one that has."
End Function

Private Function Reason(ByVal cell As Object, ByVal functionName As String, ByVal arguments As String) As String
    Dim question As String, answer As Variant
    question = "XLB_WHY(""" & functionName & """," & arguments & ")"
    On Error GoTo failed
    If Len(question) > LONGEST_QUESTION Then Err.Raise XLB_FAULT, "xlbudget", "too long for Excel"
    answer = cell.Worksheet.Evaluate(question)
    Reason = functionName & ": " & CStr(answer)
    If Not IsError(answer) Then Exit Function
failed:
    Reason = functionName & ": Excel could not look into this formula. Type =XLB_WHY(""" & functionName & """, and the same arguments) in an empty cell."
End Function

Private Sub EndPython()
    ' One that never ran cannot be ended
    On Error Resume Next
    KillPy
End Sub

Private Function NextCall(ByVal formula As String, ByVal start As Long) As Long
    ' Where the next function of ours begins, outside of quoted text; 0 if there is none
    Dim place As Long
    place = InStr(start, formula, "XLB_", vbTextCompare)
    Do While place > 0
        If Not IsQuoted(formula, place) And IsName(formula, place) Then
            NextCall = place
            Exit Function
        End If
        place = InStr(place + 1, formula, "XLB_", vbTextCompare)
    Loop
End Function

Private Function IsName(ByVal formula As String, ByVal place As Long) As Boolean
    ' Whether a bracket follows the name, and the name is not XLB_WHY itself
    Dim after As Long
    after = place
    Do While Mid$(formula, after, 1) Like "[A-Za-z0-9_]"
        after = after + 1
    Loop
    IsName = Mid$(formula, after, 1) = "(" And UCase$(Mid$(formula, place, after - place)) <> "XLB_WHY"
End Function

Private Function IsQuoted(ByVal formula As String, ByVal place As Long) As Boolean
    Dim before As String
    before = Left$(formula, place - 1)
    IsQuoted = (Len(before) - Len(Replace(before, """", ""))) Mod 2 = 1
End Function

Private Function ClosingBracket(ByVal formula As String, ByVal opened As Long) As Long
    Dim place As Long, depth As Long, letter As String, quoted As Boolean
    For place = opened To Len(formula)
        letter = Mid$(formula, place, 1)
        If letter = """" Then quoted = Not quoted
        If Not quoted Then
            If letter = "(" Then depth = depth + 1
            If letter = ")" Then depth = depth - 1
            If depth = 0 Then Exit For
        End If
    Next place
    ClosingBracket = place
End Function
