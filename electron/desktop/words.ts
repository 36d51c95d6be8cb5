import { app } from 'electron';
import type { HostLanguage } from '../modules/workspaces/describe-refusal.ts';

/** What the host itself says, in menus and dialogs; the pages have texts of their own. */
export type Words = typeof EN;

/** The system's language, as far as the program speaks it. Call when the program is ready. */
export function systemLanguage(): HostLanguage {
  const [preferred = app.getLocale()] = app.getPreferredSystemLanguages();
  return preferred.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function wordsOf(language: HostLanguage): Words {
  return language === 'zh' ? ZH : EN;
}

const EN = {
  about: 'About Hangjia',
  hide: 'Hide Hangjia',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  file: 'File',
  print: 'Print…',
  close: 'Close window',
  quit: 'Quit',
  edit: 'Edit',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  pageGone: 'The window stopped working. Nothing that was saved is lost.',
  pageHangs: 'The window does not answer.',
  unsaved: 'Some of what you typed is not saved yet. Close all the same?',
  stay: 'Stay',
  closeAnyway: 'Close without saving',
  reload: 'Reload',
  wait: 'Wait',
  workspaceNotOpened: 'The workspace was not opened',
  otherWorkspaceIsOpen: 'Another workspace is open. Close it and open this one instead?',
  openInstead: 'Open',
  cancel: 'Cancel',
  notSaved: 'The file was not saved',
  internalFailure: 'Hangjia ended because of an unforeseen failure',
};

const ZH: Words = {
  about: '关于行家',
  hide: '隐藏行家',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  file: '文件',
  print: '打印…',
  close: '关闭窗口',
  quit: '退出',
  edit: '编辑',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '视图',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  pageGone: '窗口已停止工作。已保存的内容不会丢失。',
  pageHangs: '窗口没有响应。',
  unsaved: '有输入的内容尚未保存。仍要关闭吗？',
  stay: '留下',
  closeAnyway: '不保存并关闭',
  reload: '重新加载',
  wait: '等待',
  workspaceNotOpened: '工作区未能打开',
  otherWorkspaceIsOpen: '已打开另一个工作区。是否关闭它并改为打开此工作区？',
  openInstead: '打开',
  cancel: '取消',
  notSaved: '文件未能保存',
  internalFailure: '行家因意外故障而结束',
};
