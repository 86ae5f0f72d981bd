import { describe, expect, it } from 'vitest';
import { hostOf } from './base-url';
import { isOfDeployment } from './deployment';

describe('a page belongs to the deployment', () => {
  it.each([
    ['os.ibl.ai', 'https://base.manager.iblai.app'],
    ['os.ibl.ai', 'https://api.iblai.app/dm'],
    ['mentorai.iblai.app', 'https://api.iblai.app/dm'],
    ['os.ibl.ai', 'https://docs.ibl.ai/_mock/apis/ibl'],
    ['learn.iblai.app', 'https://base.manager.iblai.app'],
    ['mentorai.iblai.org', 'https://base.manager.iblai.org'],
    ['mentor.iblai.tech', 'https://api.iblai.tech/dm'],
    ['mentor.example.edu', 'https://base.manager.example.edu'],
    ['mentor.example.edu', 'https://api.example.edu/dm'],
    ['mentor.example.edu', 'https://mentor.example.edu/dm'],
    ['Mentor.Example.Edu.', 'https://example.edu/api'],
    ['mentor.ai.example.ac.uk', 'https://api.ai.example.ac.uk'],
    ['mentor.example.ac.uk', 'https://api.example.ac.uk'],
    ['ai.example.edu', 'https://dm.example.edu'],
    ['ai.example.com', 'https://base.manager.example.com'],
    ['skills.example.com', 'https://api.example.com/dm'],
    ['ai.example.com', 'https://api.ai.example.com'],
    ['x.github.io', 'https://api.x.github.io'],
    ['127.0.0.1', 'http://127.0.0.1:8080'],
    ['localhost', 'http://localhost:8080'],
  ])('of %s: %s', (host, baseUrl) => expect(isOfDeployment(host, baseUrl)).toBe(true));

  it.each([
    ['mentor.example.edu', 'https://base.manager.iblai.app'],
    ['os.ibl.ai', 'https://base.manager.example.edu'],
    ['mentorai.iblai.org', 'https://base.manager.iblai.app'],
    ['mentor.iblai.tech', 'https://base.manager.iblai.org'],
    ['mentor.example.edu', 'https://base.manager.other.edu'],
    ['mentor.example.edu', 'https://evil-example.edu'],
    ['mentor.example.edu', 'https://example.edu.evil.test'],
    // `edu` and `ac.uk` are shared by many owners.
    ['example.edu', 'https://base.manager.other.edu'],
    ['example.ac.uk', 'https://base.manager.other.ac.uk'],
    ['uni.ac.uk', 'https://api.ac.uk'],
    ['mentor.ac.uk', 'https://base.manager.ac.uk'],
    ['foo.co.uk', 'https://co.uk'],
    ['mentor.co.uk', 'https://api.co.uk'],
    ['x.github.io', 'https://github.io'],
    ['x.github.io', 'https://y.github.io'],
    ['x.github.io', 'https://api.github.io'],
    ['mentor.github.io', 'https://y.github.io'],
    ['mentor.github.io', 'https://github.io'],
    // Nobody can say whose the parent is: so it is not the page's.
    ['ai.example.com', 'https://api.example.com'],
    ['mentor.example.com', 'https://dm.example.com'],
    ['mentor.ai.example.edu', 'https://base.manager.other.edu'],
    ['10.0.0.1', 'https://9.0.0.1'],
    ['os.ibl.ai.evil.test', 'https://base.manager.iblai.app'],
    ['', 'https://base.manager.iblai.app'],
    ['os.ibl.ai', 'no URL'],
  ])('not of %s: %s', (host, baseUrl) => expect(isOfDeployment(host, baseUrl)).toBe(false));
});

it('a base is named by its host', () => {
  expect(hostOf('https://api.iblai.app/dm')).toBe('api.iblai.app');
  expect(hostOf('none')).toBe('none');
});
