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
    ['a comment that never ends hides no tags', '<t><!--a--><!-- b <u/><!-- c > d</t>', '<t> b <u/> d</t>'],
    ['nor the end of CDATA', '<t><![CDATA[a <!-- b]]></t>', '<t><![CDATA[a  b]]></t>'],
    ['an end tag gets its end', '<t></t\n <u></u<v/>', '<t></t><u></u><v/>'],
    ['declarations go with all they define', '<!DOCTYPE r [<!ENTITY a "]>">]><t>&a;</t>', '<t>&amp;a;</t>'],
    ['CDATA stays as it is', '<t><![CDATA[&nbsp;<b>\u0001]]></t>', '<t><![CDATA[&nbsp;<b>]]></t>'],
    ['CDATA that never ends is ended', '<t><![CDATA[cut', '<t><![CDATA[cut]]>'],
  ])('%s', (_, broken, repaired) => {
    expect(repairXml(broken).xml).toBe(repaired);
  });

  it.each([
    ['nothing', '<t a="1">a &amp; b &#8217; &#150;<!-- c --><?p?><![CDATA[ & ]]></t>', false, false],
    ['a reference of HTML', '<t>&eacute;</t>', false, false],
    ['an unknown reference', '<t>&mine;</t>', true, false],
    ['a stray ampersand', '<t>R&D</t>', true, false],
    ['a control character', '<t>\u0001</t>', true, false],
    ['a reference to no character', '<t>&#1;</t>', true, false],
    ['an end inside of CDATA', '<t><![CDATA[cut', false, true],
    ['a comment that never ends', '<t><!-- x <u/></t>', true, false],
    ['an end tag without its end', '<t></t\n<u/>', true, false],
  ])('tells that it met %s', (_, xml, isRepaired, isCut) => {
    expect(repairXml(xml)).toMatchObject({ isRepaired, isCut });
  });

  it('puts in literal entities, as text and no more than so much of it', () => {
    const entities = new Map([
      ['co', 'Ltd'],
      ['copy', '(c)'],
      ['long', 'x'.repeat(200)],
    ]);
    expect(repairXml('<t>A &co; &copy; &other;</t>', entities).xml).toBe('<t>A Ltd (c) &amp;other;</t>');
    expect(repairXml('&long;'.repeat(20_000), entities).xml.length).toBeLessThan(400_000);
  });

  it.each(['<!--', '<![CDATA[', '<!DOCTYPE ', '<!DOCTYPE "', '<?', '&', '&a', '<'])(
    'stays linear on runs of %s',
    (piece) => {
      expect(repairXml(piece.repeat(100_000)).xml.length).toBeLessThan(1_000_000);
    },
  );
});
