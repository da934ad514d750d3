/** What TEI P5 (tei-c.org/release/doc/tei-p5-doc, appendix C) says of the elements that Radif uses, and of no others, no more than TEI allows: content of
 *  `teiCorpus`, `TEI`, `teiHeader`, `fileDesc`, `ab`, `standOff` (16.10), `linkGrp` (17.1), `spanGrp` (18.3), and their attributes of
 *  the classes att.global, att.typed, att.pointing and att.linguistic. */
export const teiGrammar = `
<!ELEMENT teiCorpus (teiHeader, TEI+)> <!ATTLIST teiCorpus xmlns CDATA #FIXED "http://www.tei-c.org/ns/1.0">
<!ELEMENT TEI (teiHeader, text, standOff?)>
<!ELEMENT teiHeader (fileDesc)>
<!ELEMENT fileDesc (titleStmt, publicationStmt, sourceDesc)>
<!ELEMENT titleStmt (title)> <!ELEMENT title (#PCDATA)>
<!ELEMENT publicationStmt (publisher, idno)> <!ELEMENT publisher (#PCDATA)> <!ELEMENT idno (#PCDATA)>
<!ELEMENT sourceDesc (p)> <!ELEMENT p (#PCDATA)>
<!ELEMENT text (body)> <!ELEMENT body (ab+)>
<!ELEMENT ab (seg*)> <!ATTLIST ab n CDATA #IMPLIED type NMTOKEN #IMPLIED subtype NMTOKEN #IMPLIED>
<!ELEMENT seg (#PCDATA)>
<!ATTLIST seg xml:id ID #IMPLIED xml:lang CDATA #IMPLIED xml:space (default|preserve) #IMPLIED>
<!ELEMENT standOff ((linkGrp|spanGrp)+)>
<!ELEMENT linkGrp (link+)> <!ATTLIST linkGrp type NMTOKEN #IMPLIED>
<!ELEMENT link EMPTY> <!ATTLIST link type NMTOKEN #IMPLIED target CDATA #REQUIRED>
<!ELEMENT spanGrp (span+)> <!ATTLIST spanGrp type NMTOKEN #IMPLIED>
<!ELEMENT span (#PCDATA)> <!ATTLIST span n CDATA #IMPLIED corresp CDATA #IMPLIED target CDATA #IMPLIED>`;

/** `cesAlign` as OPUS writes it (J. Tiedemann, opus.nlpl.eu, "Sentence alignment": XCES align). */
export const xcesGrammar = `
<!ELEMENT cesAlign (linkGrp*)> <!ATTLIST cesAlign version CDATA #IMPLIED>
<!ELEMENT linkGrp (link*)>
<!ATTLIST linkGrp targType CDATA #IMPLIED fromDoc CDATA #REQUIRED toDoc CDATA #REQUIRED>
<!ELEMENT link EMPTY>
<!ATTLIST link id ID #IMPLIED xtargets CDATA #REQUIRED certainty CDATA #IMPLIED overlap CDATA #IMPLIED>`;
