import { escapeMarkup as esc } from './escape-markup.js';
import { paragraphs } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeLongDate } from './write-date.js';

/** A page that has stood since the nineties: nested tables, font tags, navigation in the left column. */
export const renderTableLayout: PageRenderer = (
  page,
) => `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><title>${esc(page.site)}: ${esc(page.title)}</title>
<meta http-equiv="Content-Language" content="en">
<meta name="DC.date" content="${page.publishedAt}">
<link rel="canonical" href="${page.url}">
</head>
<body bgcolor="#ffffff" link="#003366">
<table width="100%" border="0" cellpadding="4"><tr><td bgcolor="#003366" colspan="3"><font color="white" size="+2">${esc(page.site)}</font></td></tr>
<tr><td width="140" valign="top"><font size="-1"><a href="/">News</a><br><a href="/">Courts</a><br><a href="/">Markets</a><br><a href="/">Letters</a><br><a href="/">Weather</a></font></td>
<td valign="top"><table border="0" width="560"><tr><td>
<h2>${esc(page.title)}</h2>
<font size="-1"><b>By ${esc(page.byline)}</b><br>${writeLongDate(page.publishedAt)}</font>
</td></tr><tr><td>
${paragraphs(page)}
</td></tr></table></td>
<td width="180" valign="top" bgcolor="#eeeeee"><b>Other headlines</b><br>
${page.related.map(({ title, url }) => `<a href="${url}">${esc(title)}</a><br><br>`).join('\n')}
</td></tr>
<tr><td colspan="3" align="center"><hr><font size="-2">Best viewed at 1024 x 768. Write to the webmaster.</font></td></tr>
</table></body></html>`;
