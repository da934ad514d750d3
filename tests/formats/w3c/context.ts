const iri = (id: string) => ({ '@id': id, '@type': '@id' });
const word = (id: string) => ({ '@id': id, '@type': '@vocab' });
const whole = (id: string) => ({ '@id': id, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' });

/** What `http://www.w3.org/ns/anno.jsonld` says of the words that Radif writes (Web Annotation Vocabulary, appendix A). It is no more
 *  than that, so that a reader which drops nothing refuses any other word. */
export const annotationContext = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    dc: 'http://purl.org/dc/elements/1.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    as: 'http://www.w3.org/ns/activitystreams#',
    id: '@id',
    type: '@type',
    Annotation: 'oa:Annotation',
    AnnotationPage: 'as:OrderedCollectionPage',
    TextualBody: 'oa:TextualBody',
    TextPositionSelector: 'oa:TextPositionSelector',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    identifying: 'oa:identifying',
    linking: 'oa:linking',
    tagging: 'oa:tagging',
    ltr: 'oa:ltrDirection',
    rtl: 'oa:rtlDirection',
    body: iri('oa:hasBody'),
    target: iri('oa:hasTarget'),
    source: iri('oa:hasSource'),
    selector: iri('oa:hasSelector'),
    items: { ...iri('as:items'), '@container': '@list' },
    motivation: word('oa:motivatedBy'),
    purpose: word('oa:hasPurpose'),
    textDirection: word('oa:textDirection'),
    format: 'dc:format',
    language: 'dc:language',
    value: 'rdf:value',
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    start: whole('oa:start'),
    end: whole('oa:end'),
  },
};
