import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSpecialRange, refuseAddresses } from '../../../src/fetch/guard-address.js';

describe('findSpecialRange', () => {
  test.each([
    ['0.0.0.0', 'unspecified'],
    ['10.255.255.255', 'private'],
    ['100.64.0.1', 'carrier-grade'],
    ['100.100.100.200', 'carrier-grade'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['169.254.0.7', 'link-local'],
    ['169.254.169.254', 'metadata'],
    ['168.63.129.16', 'Azure'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.0.0.192', 'protocol'],
    ['192.168.1.1', 'private'],
    ['198.19.255.255', 'benchmarking'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.250', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'mapped'],
    ['::ffff:7f00:1', 'mapped'],
    ['::ffff:8.8.8.8', 'mapped'],
    ['0:0:0:0:0:ffff:a00:1', 'mapped'],
    ['::127.0.0.1', 'compatible'],
    ['64:ff9b::7f00:1', 'NAT64'],
    ['64:ff9b:1::1', 'NAT64'],
    ['2001::1', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['2002:7f00:1::1', '6to4'],
    ['fd00:ec2::254', 'private'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['febf::1', 'link-local'],
    ['ff02::1', 'multicast'],
    ['4000::1', 'not global'],
    ['not-an-address', 'not an IP'],
    ['', 'not an IP'],
  ])('%s is %s', (address, word) => {
    expect(findSpecialRange(address)?.name).toContain(word);
  });

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001::200e',
    '2003::1',
  ])('%s is public', (address) => {
    expect(findSpecialRange(address)).toBeNull();
  });

  const byte = fc.integer({ min: 0, max: 255 });
  const privateAddress = fc.oneof(
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
    fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
  );

  test('holds for every private IPv4 address, in every spelling a URL may use', () => {
    fc.assert(
      fc.property(privateAddress, ([a, b, c, d]) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const spellings = [
          `${a}.${b}.${c}.${d}`,
          `${number}`,
          `0x${number.toString(16)}`,
          `0${number.toString(8)}`,
          `${a}.${(b * 256 + c) * 256 + d}`,
          `0x${a.toString(16)}.0${b.toString(8)}.${c}.${d}.`,
          `[::ffff:${a}.${b}.${c}.${d}]`,
        ];
        for (const spelling of spellings) {
          const { hostname } = new URL(`http://${spelling}/`);
          expect(findSpecialRange(hostname.replace(/[[\]]/g, ''))).not.toBeNull();
        }
      }),
    );
  });

  test('holds for every IPv6 address outside 2000::/3', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    const outside = group.filter((first) => first >> 13 !== 1);
    fc.assert(
      fc.property(outside, fc.array(group, { minLength: 7, maxLength: 7 }), (first, rest) => {
        expect(findSpecialRange([first, ...rest].map((g) => g.toString(16)).join(':'))).not.toBeNull();
      }),
    );
  });
});

describe('refuseAddresses', () => {
  test('passes a host whose addresses are all public', () => {
    expect(refuseAddresses('news.example', ['93.184.215.14', '2606:2800:21f::1'])).toBeNull();
  });

  test('refuses a host with one private address among public ones, and says how to allow it', () => {
    const refusal = refuseAddresses('news.example', ['93.184.215.14', '10.1.2.3']);
    expect(refusal).toMatchObject({
      name: 'PermanentError',
      code: 'address_forbidden',
      context: { host: 'news.example', address: '10.1.2.3' },
    });
    expect(refusal?.message).toMatch(/10\.1\.2\.3.*private.*WIREWATCH_ALLOW_HOSTS/);
  });
});
