"""The one style sheet, filled in with a theme's colours."""

from string import Template

from planner.gui.palette import Palette

SHEET = Template("""
QMainWindow, QDialog { background: $panel; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $tip; color: $on_tip; border: 0; padding: 5px 7px; }
QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 1px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; color: $muted; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $panel; border: 1px solid $frame; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QStatusBar { background: $panel; border-top: 1px solid $line; color: $muted; }
QStatusBar::item { border: 0; }

#top_bar, #platforms, #inspector, #checks, #brief, #preview { background: $panel; }
#top_bar { border-bottom: 1px solid $line; }
#checks_frame { background: $panel; border-top: 1px solid $line; }
#platforms_frame { background: $panel; border-right: 1px solid $line; }
#inspector_frame { background: $panel; border-left: 1px solid $line; }
#board { background: $board; }
#board_lanes { background: $board; border: 0; }
#preview_pages { border: 0; }
#preview_pages:focus { border: 1px solid $accent; }
QLabel#plan_name { font-weight: 600; }
QLabel[role="quiet"] { color: $muted; }

#segments { background: $panel; border: 1px solid $frame; border-radius: 8px; }
#segments QToolButton {
  border: 0; border-radius: 7px; padding: 5px 16px; color: $muted; background: transparent; }
#segments QToolButton:hover { color: $text; background: $hover; }
#segments QToolButton:checked { background: $accent_soft; color: $accent_text; font-weight: 600; }
#segments QToolButton:focus { border: 1px solid $accent; padding: 4px 15px; }

QPushButton, QToolButton {
  background: $panel; color: $text; border: 1px solid $frame; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $panel; border-color: $line; }
QPushButton[primary="true"],
QMessageBox QPushButton:default, QInputDialog QPushButton:default, QFileDialog QPushButton:default {
  background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[primary="true"] { font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 4px 11px; }
QPushButton[primary="true"]:disabled { background: $panel; color: $faint; border-color: $line; }
QToolButton[flat="true"] {
  border: 1px solid transparent; background: transparent; padding: 0 6px; color: $muted; }
QToolButton[flat="true"]:hover { background: $hover; color: $text; }
QToolButton[flat="true"]:focus { border-color: $accent; }
QFileDialog QToolButton { padding: 2px; min-width: 20px; min-height: 20px; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[chip="true"] { border-radius: 11px; padding: 2px 8px; color: $muted; }
QToolButton[chip="true"]:checked, QToolButton[chip="true"][chosen="true"] {
  background: $accent_soft; color: $accent_text; border-color: $accent_soft; font-weight: 600; }
QToolButton[chip="true"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {
  background: $field; color: $text; border: 1px solid $frame; border-radius: 6px; padding: 5px 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus { border: 1px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  color: $faint; border-color: $line; }
QComboBox::drop-down { border: 0; width: 20px; }

QAbstractItemView { background: transparent; border: 0; outline: 0; }
QHeaderView, QHeaderView::section { background: $panel; color: $muted; border: 0; padding: 2px 6px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $frame; }
QScrollArea { background: transparent; border: 0; }
#suggestions { border: 1px solid transparent; border-radius: 6px; }
#suggestions:focus { border-color: $accent; }
QCalendarWidget { background: $panel; border: 1px solid $frame; }
QCalendarWidget QToolButton { border-color: transparent; padding: 4px 8px; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QHeaderView { padding: 0; }
QCalendarWidget #qt_calendar_navigationbar { background: $panel; }
QCalendarWidget QAbstractItemView {
  background: $panel; selection-background-color: $accent; selection-color: $on_accent; }
QProgressBar { background: $frame; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 9px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 9px; margin: 0; }
QScrollBar::handle { background: $frame; border-radius: 3px; min-height: 28px; min-width: 28px; margin: 2px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent_soft; }

#notice { background: $notice; border-bottom: 1px solid $line; }
#notice QLabel { color: $on_notice; }
#lane { background: $lane; border: 1px solid $lane; border-radius: 10px; }
#lane[current="true"] { border-color: $accent; }
QLabel#lane_name { font-weight: 600; }
QLabel#platforms_empty { color: $muted; padding: 24px 16px; }
""")


def style_sheet(palette: Palette) -> str:
    """The style sheet in a theme's colours."""
    colours = {name: value for name in palette.__slots__ if isinstance(value := getattr(palette, name), str)}
    notice = palette.tones["warning"]
    return SHEET.substitute(colours, notice=notice.ground, on_notice=notice.words)
