/**
 * Elements whose event handlers run `FIRE` by themselves, by the focus, or by a click. `FIRE` stands for the script that tells of it.
 */
const plainElements =
  'a abbr address article aside b bdi bdo blockquote cite code custom-element data dd del details dfn div dl dt em fieldset figcaption figure footer form h1 h2 header hr i ins kbd label legend li main mark math menu nav ol output p pre q s samp section small span strong sub summary sup time u ul var'.split(
    ' ',
  )

const animated = plainElements.map(
  (name) =>
    `<style>@keyframes fire{from{opacity:1}}</style><${name} style="display:block;animation:fire 1ms" onanimationstart="FIRE">x</${name}>`,
)

const clicked = ['a', 'b', 'button', 'div', 'label', 'p', 'q', 'span', 'summary', 'custom-element'].flatMap(
  (name) => [`<${name} onclick="FIRE">x</${name}>`, `<${name.toUpperCase()} OnClIcK=FIRE>x</${name}>`],
)

const pointed = [
  'onmouseover',
  'onmouseenter',
  'onpointerover',
  'onpointerdown',
  'onmousedown',
  'oncontextmenu',
  'ondragenter',
  'onwheel',
].map((event) => `<p ${event}="FIRE">x</p>`)

const focused = [
  '<input autofocus onfocus="FIRE">',
  '<input onfocus="FIRE">',
  '<button onfocus="FIRE">x</button>',
  '<textarea onfocus=FIRE></textarea>',
  '<select onfocus=FIRE></select>',
  '<a href=# onfocus="FIRE">x</a>',
  '<div tabindex=0 onfocus="FIRE">x</div>',
  '<div contenteditable onfocus="FIRE">x</div>',
  '<p tabindex=-1 onfocusin="FIRE">x</p>',
  '<summary onfocus="FIRE">x</summary>',
  '<details open ontoggle="FIRE"><summary>x</summary></details>',
  '<svg><a href=# onfocus="FIRE"><text>x</text></a></svg>',
]

const loading = [
  '<img src=x:x onerror="FIRE">',
  '<img src=x:x onerror=FIRE//>',
  '<img/src=x:x/onerror=FIRE>',
  '<img\nsrc=x:x\nonerror\n=\nFIRE>',
  '<IMG SRC="x:x" ONERROR="FIRE">',
  "<img src='x:x' onerror='FIRE'>",
  '<img src=data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7 onload="FIRE">',
  '<img srcset="x:x 1x" onerror="FIRE">',
  '<picture><source srcset=x:x><img onerror=FIRE src=x:x></picture>',
  '<svg onload="FIRE"></svg>',
  '<svg/onload=FIRE>',
  '<svg><g onload="FIRE"></g></svg>',
  '<svg><animate onbegin="FIRE" attributeName=x dur=1s>',
  '<svg><animate onend="FIRE" attributeName=x dur=1ms>',
  '<svg><animate onrepeat="FIRE" attributeName=x dur=1ms repeatCount=9>',
  '<svg><set onbegin=FIRE attributeName=x to=y>',
  '<svg><animateTransform onbegin=FIRE attributeName=transform dur=1s>',
  '<svg><animateMotion onbegin=FIRE dur=1s></animateMotion></svg>',
  '<svg><image href=x:x onerror=FIRE>',
  '<svg><image xlink:href="x:x" onerror=FIRE>',
  '<svg><feImage href=x:x onerror=FIRE>',
  '<svg><foreignObject><img src=x:x onerror=FIRE></foreignObject></svg>',
  '<svg><style><img src=x:x onerror="FIRE"></style></svg>',
  '<video src=x:x onerror="FIRE"></video>',
  '<video><source onerror="FIRE" src=x:x></video>',
  '<audio src=x:x onerror="FIRE"></audio>',
  '<audio><source src=x:x onerror="FIRE"></audio>',
  '<video poster=x:x onloadstart="FIRE" src=y:y></video>',
  '<audio onloadstart="FIRE" src=y:y></audio>',
  '<video><track default src=x:x onerror=FIRE></video>',
  '<object data=x:x onerror="FIRE"></object>',
  '<object type="text/x-scriptlet" data=x:x onerror=FIRE></object>',
  '<embed src=x:x onload="FIRE">',
  '<iframe onload="FIRE"></iframe>',
  '<iframe src=about:blank onload="FIRE"></iframe>',
  '<iframe srcdoc="<p>x" onload="FIRE"></iframe>',
  '<link rel=stylesheet href=x:x onerror="FIRE">',
  '<link rel=stylesheet href="data:text/css," onload="FIRE">',
  '<style onload="FIRE"></style>',
  '<script onerror="FIRE" src=x:x></script>',
  '<script onload="FIRE" src="data:text/javascript,"></script>',
  '<input type=image src=x:x onerror="FIRE">',
  '<body onload="FIRE">',
  '<body onpageshow="FIRE">',
  '<body onfocus="FIRE">',
  '<frameset onload="FIRE"><frame></frameset>',
  '<marquee onstart="FIRE">x</marquee>',
  '<marquee loop=1 width=0 onfinish="FIRE">x</marquee>',
  '<div style="content-visibility:auto" oncontentvisibilityautostatechange="FIRE">x</div>',
  '<div style="overflow:auto;height:9px" onscroll="FIRE"><p style="height:99px">x</p></div>',
  '<p style="transition:opacity 1ms" ontransitionend="FIRE">x</p>',
]

/** See the list above it in this file. */
export const handlerPayloads: readonly string[] = [
  ...loading,
  ...focused,
  ...animated,
  ...clicked,
  ...pointed,
]
