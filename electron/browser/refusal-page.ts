const TEXTS: Readonly<Record<number, readonly [en: string, zh: string]>> = {
  400: ['This address is not valid.', '该地址无效。'],
  401: [
    'This address opens Hangjia only once. Start the program again to open its window.',
    '该地址只能打开一次。请重新启动行家以打开窗口。',
  ],
  403: ['This request does not come from a Hangjia window.', '该请求并非来自行家的窗口。'],
  404: ['There is nothing here.', '此处没有内容。'],
  405: ['This way of asking is not supported.', '不支持该请求方式。'],
  413: ['This is too large.', '内容过大。'],
  426: ['A socket is needed here.', '此处需要套接字连接。'],
};
const OTHER = ['Something went wrong.', '出现错误。'] as const;

/** A page without scripts for whoever asks for what is not theirs or not there. */
export function refusalPage(status: number): string {
  const [en, zh] = TEXTS[status] ?? OTHER;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hangjia 行家</title>
<body style="font: 16px/1.6 system-ui, sans-serif; margin: 15vh auto; max-width: 40em; padding: 0 1em">
<h1 style="font-size: 20px">Hangjia 行家</h1><p>${en}</p><p lang="zh-CN">${zh}</p></body></html>
`;
}
