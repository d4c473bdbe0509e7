Attribute VB_Name = "XlbRibbon"
Option Explicit
' The buttons of the tab: each shows the words that XlbExplain finds.

Private Const TITLE As String = "xlbudget"
Private Const NO_CELL As String = "Select a cell with a function of xlbudget first."

Public Sub XlbOnWhy(ByVal control As IRibbonControl)
    Dim cell As Object
    On Error Resume Next
    Set cell = ActiveCell
    On Error GoTo 0
    If cell Is Nothing Then
        MsgBox NO_CELL, vbInformation, TITLE
    Else
        MsgBox XlbReasons(cell), vbInformation, TITLE
    End If
End Sub

Public Sub XlbOnAll(ByVal control As IRibbonControl)
    On Error GoTo failed
    Application.Dialogs(xlDialogFunctionWizard).Show
    Exit Sub
failed:
    MsgBox "Excel's list of functions opens for a cell that can be changed. Select one, or type =XLB_ in a cell.", vbInformation, TITLE
End Sub

Public Sub XlbOnCheck(ByVal control As IRibbonControl)
    MsgBox XlbChecked(), vbInformation, TITLE
End Sub
