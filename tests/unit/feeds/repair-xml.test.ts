import { describe, expect, it } from 'vitest';
import { repairXml } from '../../../src/feeds/repair-xml.js';

describe('repairXml', () => {
  it.each([
    ['named references of HTML become characters', '<t>&eacute;&nbsp;&hellip;</t>', '<t>é\u00a0…</t>'],
    ['those of XML stay', '<t>&amp;&lt;&gt;&quot;&apos;</t>', '<t>&amp;&lt;&gt;&quot;&apos;</t>'],
    ['unknown ones become text', '<t>&mine;</t>', '<t>&amp;mine;</t>'],
    [
      'stray ampersands are escaped',
      '<a href="?x=1&y=2">R&D & co</a>',
      '<a href="?x=1&amp;y=2">R&amp;D &amp; co</a>',
    ],
    ['a "<" before no name is escaped', '<t>1 < 2 <3</t>', '<t>1 &lt; 2 &lt;3</t>'],
    ['references to windows-1252 positions are meant so', '<t>&#146;&#x96;</t>', '<t>’–</t>'],
    ['pairs of surrogates become one character', '<t>&#xD83D;&#xDE00;&#55357;&#56832;</t>', '<t>😀😀</t>'],
    ['lone surrogates and absurd numbers are replaced', '<t>&#xD83D;&#99999999;</t>', '<t>\ufffd\ufffd</t>'],
    ['control characters go', '<t>a\u0000\u0008b&#1;</t>', '<t>ab</t>'],
    ['comments and instructions go', '<t>a<!-- -- > --><?php x ?>b</t>', '<t>ab</t>'],
    ['declarations go with all they define', '<!DOCTYPE r [<!ENTITY a "]>">]><t>&a;</t>', '<t>&amp;a;</t>'],
    ['CDATA stays as it is', '<t><![CDATA[&nbsp;<b>\u0001]]></t>', '<t><![CDATA[&nbsp;<b>]]></t>'],
    ['CDATA that never ends is ended', '<t><![CDATA[cut', '<t><![CDATA[cut]]>'],
  ])('%s', (_, broken, repaired) => {
    expect(repairXml(broken)).toBe(repaired);
  });

  it.each(['<!--', '<![CDATA[', '<!DOCTYPE ', '<!DOCTYPE "', '<?', '&', '&a', '<'])(
    'stays linear on runs of %s',
    (piece) => {
      expect(repairXml(piece.repeat(100_000)).length).toBeLessThan(1_000_000);
    },
  );
});
