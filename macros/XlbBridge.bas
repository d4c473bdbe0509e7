Attribute VB_Name = "XlbBridge"
Option Explicit
Option Private Module
' Between a cell and Python: hands over the values of the arguments, and shows the answer.
' A text that begins with a form feed is a mark of ours: on the way in an argument that was left out,
' on the way out an error.

Public Function XlbCall(ByVal functionName As String, ParamArray arguments() As Variant) As Variant
    ' What a cell shows: a value, an array or an error; never a message box
    Dim cells() As Variant, place As Long
    On Error GoTo failed
    ReDim cells(0 To UBound(arguments))
    For place = 0 To UBound(arguments)
        cells(place) = Handed(arguments(place))
    Next place
    XlbCall = Shown(XlbAsk(functionName, cells))
    Exit Function
failed:
    XlbCall = CVErr(xlErrValue)
End Function

Public Function XlbWhyCall(ByVal functionName As Variant, ByVal arguments As Variant) As Variant
    ' XLB_WHY: also says what keeps Python from answering
    Dim cells() As Variant, place As Long
    On Error GoTo failed
    ReDim cells(0 To UBound(arguments) + 1)
    cells(0) = Handed(functionName)
    For place = 0 To UBound(arguments)
        cells(place + 1) = Handed(arguments(place))
    Next place
    XlbWhyCall = Shown(XlbAsk("XLB_WHY", cells))
    Exit Function
failed:
    XlbWhyCall = Err.Description
End Function

Private Function Handed(Optional ByVal argument As Variant) As Variant
    ' What Python is given for an argument; Optional, since it may be one that was left out
    If IsMissing(argument) Then
        Handed = vbFormFeed & "omitted"
    ElseIf IsObject(argument) Then
        Handed = RangeIn(argument)
    Else
        Handed = argument
    End If
End Function

Private Function RangeIn(ByVal cells As Object) As Variant
    ' Value2: no Currency, which keeps 4 decimals only, and no Date
    If cells.Areas.Count > 1 Then
        Err.Raise XLB_FAULT, "xlbudget", "An argument is made of several areas. One range is needed. Select cells that stand side by side."
    End If
    If IsWhole(cells) Then
        RangeIn = FilledPart(cells)
    Else
        RangeIn = cells.Value2
    End If
End Function

Private Function IsWhole(ByVal cells As Object) As Boolean
    IsWhole = cells.Rows.Count = cells.Worksheet.Rows.Count Or cells.Columns.Count = cells.Worksheet.Columns.Count
End Function

Private Function FilledPart(ByVal cells As Object) As Variant
    ' Whole columns end with their last filled row, whole rows with their last filled column
    Dim used As Object, values As Variant, rowCount As Long, columnCount As Long
    Set used = cells.Worksheet.UsedRange
    rowCount = cells.Rows.Count
    columnCount = cells.Columns.Count
    If rowCount = cells.Worksheet.Rows.Count Then rowCount = Between(2, used.Row + used.Rows.Count - cells.Row, rowCount)
    If columnCount = cells.Worksheet.Columns.Count Then columnCount = Between(2, used.Column + used.Columns.Count - cells.Column, columnCount)
    values = cells.Resize(rowCount, columnCount).Value2
    If cells.Rows.Count = cells.Worksheet.Rows.Count Then rowCount = LastFilledRow(values)
    If cells.Columns.Count = cells.Worksheet.Columns.Count Then columnCount = LastFilledColumn(values)
    If rowCount = 0 Or columnCount = 0 Then
        FilledPart = Array()
    Else
        FilledPart = cells.Resize(rowCount, columnCount).Value2
    End If
End Function

Private Function Between(ByVal least As Long, ByVal number As Long, ByVal most As Long) As Long
    Between = number
    If number < least Then Between = least
    If Between > most Then Between = most
End Function

Private Function LastFilledRow(ByVal values As Variant) As Long
    Dim place As Long, across As Long
    For place = UBound(values, 1) To 1 Step -1
        For across = 1 To UBound(values, 2)
            If IsFilled(values(place, across)) Then
                LastFilledRow = place
                Exit Function
            End If
        Next across
    Next place
End Function

Private Function LastFilledColumn(ByVal values As Variant) As Long
    Dim place As Long, down As Long
    For place = UBound(values, 2) To 1 Step -1
        For down = 1 To UBound(values, 1)
            If IsFilled(values(down, place)) Then
                LastFilledColumn = place
                Exit Function
            End If
        Next down
    Next place
End Function

Private Function IsFilled(ByVal cell As Variant) As Boolean
    If VarType(cell) = vbString Then
        IsFilled = Len(Trim$(cell)) > 0
    Else
        IsFilled = Not IsEmpty(cell)
    End If
End Function

Private Function Shown(ByVal answer As Variant) As Variant
    ' A marked text is the number of an error; an array of one dimension is shown across
    Shown = answer
    If VarType(answer) = vbString Then
        If Left$(answer, 1) = vbFormFeed Then Shown = CVErr(CLng(Mid$(answer, 2)))
    End If
End Function
