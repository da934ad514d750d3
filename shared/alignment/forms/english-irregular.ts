/** Words whose forms no ending makes: a base and its other forms. */
const irregular = `
be am is are was were been being · have has had having · do does did done doing · go goes went gone · say said says ·
get got gotten · make made · take took taken · come came · see saw seen · know knew known · give gave given ·
find found · think thought · tell told · become became · leave left · feel felt · bring brought · begin began begun ·
keep kept · hold held · write wrote written · stand stood · hear heard · let · mean meant · meet met · pay paid ·
sit sat · speak spoke spoken · lie lay lain · lead led · read · grow grew grown · lose lost · fall fell fallen ·
send sent · build built · understand understood · draw drew drawn · break broke broken · spend spent · cut · rise rose risen ·
drive drove driven · buy bought · wear wore worn · choose chose chosen · seek sought · throw threw thrown · catch caught ·
deal dealt · win won · forget forgot forgotten · lay laid · sell sold · fight fought · teach taught · eat ate eaten ·
sing sang sung · strike struck stricken · hang hung · shake shook shaken · ride rode ridden · feed fed · shoot shot ·
drink drank drunk · hit · arise arose arisen · fly flew flown · spread · sleep slept · cause causes caused causing · shut · put ·
set · run ran · sink sank sunk · swear swore sworn · swim swam swum · tear tore torn · wake woke woken · bear bore borne born ·
beat beaten · bend bent · bind bound · bite bit bitten · bleed bled · blow blew blown · breed bred · burn burnt ·
dig dug · dream dreamt · flee fled · forbid forbade forbidden · forgive forgave forgiven · freeze froze frozen ·
hide hid hidden · hurt · kneel knelt · learn learnt · lend lent · light lit · overcome overcame · prove proven ·
quit · ring rang rung · shed · shine shone · show shown · shrink shrank shrunk · split · steal stole stolen ·
stick stuck · sweep swept · swing swung · undertake undertook undertaken · withdraw withdrew withdrawn · use used using uses ·
die died dying dies · tie tied tying · agree agreed agreeing · free freed · see seeing · ask asked asking · add added adding ·
aid aided aiding · aim aimed · act acted acting · end ended ending · owe owed owing · own owned owning · age aged · air aired ·
man men · woman women · child children · person people persons · foot feet · tooth teeth · life lives · wife wives ·
knife knives · half halves · leaf leaves · thief thieves · self selves · crisis crises · analysis analyses · basis bases ·
hypothesis hypotheses · medium media · datum data · criterion criteria · phenomenon phenomena · index indices ·
good better best · bad worse worst · far farther farthest further furthest · many more most · little less least ·
old older oldest elder · new newer newest · big bigger biggest · large larger largest · great greater greatest ·
small smaller smallest · high higher highest · low lower lowest · long longer longest · short shorter shortest ·
strong stronger strongest · weak weaker weakest · young younger youngest · early earlier earliest · late later latest ·
near nearer nearest · close closer closest closed closing closes · wide wider widest · hard harder hardest · easy easier easiest ·
heavy heavier heaviest · rich richer richest · poor poorer poorest · deep deeper deepest · safe safer safest ·
fast faster fastest · slow slower slowest · cheap cheaper cheapest · clear clearer clearest · broad broader broadest ·
news · series · species · means · headquarters · politics · economics · physics · mathematics · athletics · always · perhaps ·
species · united · according · during · evening · morning · nothing · something · anything · everything · thing things ·
spring springs · king kings · wing wings · ring rings · string strings · ceiling ceilings · wedding weddings · hundred · red ·
bed beds · need needs needed needing · speed speeds · seed seeds · feed feeds feeding · breed breeds · indeed · sacred ·
family families · only · early · july · italy · supply supplies supplied · apply applies applied · reply replies replied ·
ally allies allied · rally rallies rallied · holy · ugly · assembly assemblies · anomaly · monopoly monopolies · butterfly`;

/** Irregular forms, and words that only look inflected, with their bases. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  irregular.split('·').flatMap((line) => {
    const [base = '', ...others] = line.trim().split(/\s+/u);
    return [base, ...others].map((form) => [form, base] as const);
  }),
);
