Attribute VB_Name = "XlbRibbon"
Option Explicit
' The buttons of the tab: each shows the words that come of it.

Private Const TITLE As String = "xlbudget"
Private Const NO_CELL As String = "Select a cell with a function of xlbudget first."

Private TheTab As IRibbonUI
Private Watcher As XlbWatcher

Public Sub XlbOnLoad(ByVal loaded As IRibbonUI)
    Set TheTab = loaded
    Set Watcher = New XlbWatcher
    Watcher.Watch Application
End Sub

Public Sub XlbRefreshTab()
    ' Excel asks again which buttons are enabled
    On Error Resume Next
    If Not TheTab Is Nothing Then TheTab.Invalidate
End Sub

Public Sub XlbEnabled(ByVal control As IRibbonControl, ByRef returnedVal As Variant)
    returnedVal = XlbIsOurs()
End Sub

Public Sub XlbOnVerb(ByVal control As IRibbonControl)
    ' The tag of a button is the name of its verb
    MsgBox XlbActed(control.Tag), vbInformation, TITLE
End Sub

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
