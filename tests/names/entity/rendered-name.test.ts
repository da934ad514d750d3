import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  renamed,
  renderedName,
  renderingKey,
  replacedBy,
  writtenForms,
} from '../../../shared/names/entity/rendered-name.ts';

describe('a name in a sentence', () => {
  it('comes apart into article, name and possessive', () => {
    expect(renderedName('the West')).toEqual({ article: 'the ', name: 'West', ending: '' });
    expect(renderedName('Ukraine’s')).toEqual({ article: '', name: 'Ukraine', ending: '’s' });
    expect(renderedName('The United States’')).toEqual({ article: 'The ', name: 'United States', ending: '’' });
    expect(renderedName('A')).toEqual({ article: '', name: 'A', ending: '' });
    expect(renderedName('Sana’a')).toEqual({ article: '', name: 'Sana’a', ending: '' });
  });

  it('is spelt by its parts, whatever it is', () => {
    const piece = fc.constantFrom('the ', 'The ', 'a ', 'an ', '’s', '’', "'s", ' ', 'West', 's', '(', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const { article, name, ending } = renderedName(pieces.join(''));
        expect(article + name + ending).toBe(pieces.join(''));
      }),
    );
  });

  it('is the same with an article, a possessive, in any case and spacing', () => {
    for (const text of ['Amir-Abdollahian', 'amir abdollahian', 'the Amir Abdollahian’s', "AMIR ABDOLLAHIAN'S"]) {
      expect(renderingKey(text)).toBe(renderingKey('Amir-Abdollahian'));
    }
    expect(renderingKey('Russia')).not.toBe(renderingKey('Russian'));
  });

  it('is written in full, without what stands in brackets, and by its short form', () => {
    expect(writtenForms('Russia')).toEqual(['Russia']);
    expect(writtenForms('Plan of Action (JCPOA)')).toEqual(['Plan of Action (JCPOA)', 'Plan of Action', 'JCPOA']);
    expect(writtenForms('Bushehr (nuclear) power plant')).toEqual([
      'Bushehr (nuclear) power plant',
      'Bushehr power plant',
    ]);
  });
});

describe('renaming', () => {
  it('keeps article, possessive and the capital at the start of a sentence', () => {
    expect(renamed('Iran', 'Iran', 'Persia')).toBe('Persia');
    expect(renamed('the JCPOA', 'JCPOA', 'nuclear deal')).toBe('the nuclear deal');
    expect(renamed('Iran’s', 'Iran', 'United States')).toBe('United States’');
    expect(renamed('States’', 'States', 'Iran')).toBe('Iran’s');
    expect(renamed('Foreign minister', 'foreign minister', 'top diplomat')).toBe('Top diplomat');
    expect(renamed('The foreign minister', 'foreign minister', 'top diplomat')).toBe('The top diplomat');
  });

  it('takes an article that is part of the name with it', () => {
    expect(renamed('the West', 'the West', 'Western states')).toBe('Western states');
    expect(renamed('The West', 'the West', 'Western states')).toBe('Western states');
    expect(renamed('The West', 'the West', 'western states')).toBe('Western states');
    expect(renamed('West', 'the West', 'the Occident')).toBe('Occident');
    expect(renamed('Iran', 'Iran', 'the Islamic Republic')).toBe('the Islamic Republic');
  });

  it('gives a short form the short form, and one without brackets one without', () => {
    const [old, fresh] = ['Plan of Action (JCPOA)', 'Comprehensive Plan (CP)'];
    expect(renamed('Plan of Action (JCPOA)', old, fresh)).toBe('Comprehensive Plan (CP)');
    expect(renamed('the Plan of Action', old, fresh)).toBe('the Comprehensive Plan');
    expect(renamed('JCPOA’s', old, fresh)).toBe('CP’s');
    expect(renamed('JCPOA', old, 'nuclear deal')).toBe('nuclear deal');
    expect(renamed('Hossein Amir-Abdollahian', '(Hossein) Amir-Abdollahian', '(Hossein) Amirabdollahian')).toBe(
      'Hossein Amirabdollahian',
    );
  });

  it('leaves any other name', () => {
    expect(renamed('Tehran', 'Iran', 'Persia')).toBeNull();
    expect(renamed('Iranian', 'Iran', 'Persia')).toBeNull();
    expect(renamed('', '', 'Persia')).toBeNull();
  });
});

describe('putting another name in its place', () => {
  it('keeps article and possessive of the sentence', () => {
    expect(replacedBy('the Organization’s', 'Organisation')).toBe('the Organisation’s');
    expect(replacedBy('Organization', 'the Organisation')).toBe('the Organisation');
    expect(replacedBy('The Occident', 'the West')).toBe('The West');
  });
});
