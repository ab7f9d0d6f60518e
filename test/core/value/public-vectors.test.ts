/** Values that others publish to test their own readers with. */
import { describe, expect, it } from 'vitest';
import { decodeValue } from '../../../src/core/value/decode-value.ts';

describe('published test values', () => {
  // paseto-standard/test-vectors, iangcarroll/cookiemonster, ietf-jose/cookbook
  it.each([
    [
      'PASETO 1-E-1',
      'v1.local.WzhIh1MpbqVNXNt7-HbWvL-JwAym3Tomad9Pc2nl7wK87vGraUVvn2bs8BBNo7jbukCNrkVID0jCK2vr5bP18G78j1bOTbBcP9HZzqnraEdspcjd_PvrxDEhj9cS2MG5fmxtvuoHRp3M24HvxTtql9z26KTfPWxJN5bAJaAM6gos8fnfjJO8oKiqQMaiBP_Cqncmqw8',
      ['paseto'],
      false,
    ],
    [
      'PASETO 2-S-1',
      'v2.public.eyJkYXRhIjoidGhpcyBpcyBhIHNpZ25lZCBtZXNzYWdlIiwiZXhwIjoiMjAxOS0wMS0wMVQwMDowMDowMCswMDowMCJ9HQr8URrGntTu7Dz9J2IF23d1M7-9lH9xiqdGyJNvzp4angPW5Esc7C5huy_M8I8_DjJK2ZXC2SUYuOFM-Q_5Cw',
      ['paseto'],
      true,
    ],
    [
      'PASETO 3-S-2',
      'v3.public.eyJkYXRhIjoidGhpcyBpcyBhIHNpZ25lZCBtZXNzYWdlIiwiZXhwIjoiMjAyMi0wMS0wMVQwMDowMDowMCswMDowMCJ9ZWrbGZ6L0MDK72skosUaS0Dz7wJ_2bMcM6tOxFuCasO9GhwHrvvchqgXQNLQQyWzGC2wkr-VKII71AvkLpC8tJOrzJV1cap9NRwoFzbcXjzMZyxQ0wkshxZxx8ImmNWP.eyJraWQiOiJkWWtJU3lseFFlZWNFY0hFTGZ6Rjg4VVpyd2JMb2xOaUNkcHpVSEd3OVVxbiJ9',
      ['paseto'],
      true,
    ],
    [
      'PASETO 4-E-5',
      'v4.local.32VIErrEkmY4JVILovbmfPXKW9wT1OdQepjMTC_MOtjA4kiqw7_tcaOM5GNEcnTxl60WkwMsYXw6FSNb_UdJPXjpzm0KW9ojM5f4O2mRvE2IcweP-PRdoHjd5-RHCiExR1IK6t4x-RMNXtQNbz7FvFZ_G-lFpk5RG3EOrwDL6CgDqcerSQ.eyJraWQiOiJ6VmhNaVBCUDlmUmYyc25FY1Q3Z0ZUaW9lQTlDT2NOeTlEZmdMMVc2MGhhTiJ9',
      ['paseto'],
      false,
    ],
    [
      'PASETO 4-S-2',
      'v4.public.eyJkYXRhIjoidGhpcyBpcyBhIHNpZ25lZCBtZXNzYWdlIiwiZXhwIjoiMjAyMi0wMS0wMVQwMDowMDowMCswMDowMCJ9v3Jt8mx_TdM2ceTGoqwrh4yDFn0XsHvvV_D0DtwQxVrJEBMl0F2caAdgnpKlt4p7xBnx1HcO-SPo8FPp214HDw.eyJraWQiOiJ6VmhNaVBCUDlmUmYyc25FY1Q3Z0ZUaW9lQTlDT2NOeTlEZmdMMVc2MGhhTiJ9',
      ['paseto'],
      true,
    ],
    [
      'cookiemonster, Django with a pickle',
      'gAJ9cQFVBV9uZXh0cQJYAQAAAC9zLg:1mh2IM:rAOWFyG5ROIOxriY8pwm9jFma5w',
      ['django', 'python-pickle'],
      true,
    ],
    [
      'cookiemonster, Rack',
      'BAhJIgl0ZXN0BjoGRVQ=--8c5ae09ed57f1e933cc466f5b99ea636d1fc31a2',
      ['rack', 'ruby-marshal'],
      true,
    ],
    [
      'cookiemonster, Laravel',
      'eyJpdiI6IkJPV3Q1Q09OSGt3aitXbmZqdU5Fa2c9PSIsInZhbHVlIjoiVzVtWmlienduaHBWbEg2Mzh3SWFkTHFGWXVucDl3T0Z2SjA1cERQK0N1Zit5S0RyZzU3emxQTks2Q3VUWkl5RllyU3ljSGZScEpsUHhRTFgvaDVqa3lsOVY1WUZJQTJyM3gvMWRVN3BLSzVQQk12ZjJJcDhtdFo3MUR2WTdhajMiLCJtYWMiOiI3YjVmYTQ1ZjRjMjlhYTkzOTFhNWIxNjNlNjUyMzAxNDA1NWU4NDc0NGZjZGZjZGQ5NDUzMDhiYTRiZjI0NzYyIiwidGFnIjoiIn0%3D',
      ['url', 'laravel'],
      false,
    ],
    [
      'cookiemonster, Flask',
      'eyJjc3JmX3Rva2VuIjoiYjAxNDZjZGIzZGZiMTliYWM1N2EyNGU5M2U2YWVhNDdhOTNlNzVlZiJ9.YYN0SA.B5roVjMHOW3IYSrohS9FhgCFlHk',
      ['flask'],
      true,
    ],
    ['cookiemonster, itsdangerous', 'WzEsMiwzLDRd.wSPHqC0gR7VUqivlSukJ0IeTDgo', ['itsdangerous'], true],
    [
      'cookiemonster, itsdangerous with a time',
      'ImFiYyI.YaqG3g.WkL6_TkNf8xz3OM8_4cuel2T0Rc',
      ['itsdangerous'],
      true,
    ],
    [
      'jose cookbook, RFC 7797',
      'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19.This is the payload string!.ciks0B6Hs-amhOqxI5_iG6mPKnMDlWCb7J2Wu7mtIcg',
      ['jws'],
      true,
    ],
  ])('%s', (_, value, formats, readable) => {
    const { layers } = decodeValue(value);
    expect(layers.map(({ format }) => format)).toEqual(formats);
    expect(layers.at(-1)?.readable).toBe(readable);
  });

  it('claims and footer of a PASETO are read', () => {
    const [layer] = decodeValue(
      'v4.public.eyJkYXRhIjoidGhpcyBpcyBhIHNpZ25lZCBtZXNzYWdlIiwiZXhwIjoiMjAyMi0wMS0wMVQwMDowMDowMCswMDowMCJ9v3Jt8mx_TdM2ceTGoqwrh4yDFn0XsHvvV_D0DtwQxVrJEBMl0F2caAdgnpKlt4p7xBnx1HcO-SPo8FPp214HDw.eyJraWQiOiJ6VmhNaVBCUDlmUmYyc25FY1Q3Z0ZUaW9lQTlDT2NOeTlEZmdMMVc2MGhhTiJ9',
    ).layers;
    expect(layer?.data).toEqual({
      version: 'v4',
      purpose: 'public',
      footer: '{"kid":"zVhMiPBP9fRf2snEcT7gFTioeA9COcNy9DfgL1W60haN"}',
      payload: { data: 'this is a signed message', exp: '2022-01-01T00:00:00+00:00' },
    });
    expect(layer?.times).toEqual([{ kind: 'exp', at: Date.UTC(2022, 0, 1) }]);
  });
});
