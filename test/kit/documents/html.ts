// Web pages as schools have them: saved from a site, exported by Google Docs, or saved by Word.

export const savedPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Visitors Policy | Example School</title>
<style>.sr-only-hidden{display:none} @media (max-width:600px){.policy{display:none}}</style><script>var text = "not shown"</script></head><body class="page">
<a class="skip-link" href="#main">Skip to content</a>
<div id="cookie-consent"><p>We use cookies.</p><button>Accept</button></div>
<header><div class="logo">Example School</div><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/policies">Policies</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">Home</a> › <a href="/policies">Policies</a></div>
<main id="main"><h1>Visitors Policy</h1>
<ul class="toc"><li><a href="#aims">Aims</a></li><li><a href="#badges">Badges</a></li><li><a href="#review">Review</a></li></ul>
<p>Adopted: <b>September 2025</b><br>Next review:
   September&nbsp;2026</p>
<h2 id="aims">Aims</h2><p>Visitors are <em>welcome</em>.</p>
<h2 id="badges">Badges</h2><p class="sr-only-hidden">A hidden remark.</p><p>Every visitor wears one. <span aria-hidden="true">Icon</span> It is <del>red</del><ins>green</ins>.</p>
<details><summary>Lost badges</summary><p>Tell the office.</p></details>
<h2 id="review">Review</h2><table><thead><tr><th>Date</th><th>Change</th></tr></thead><tr><td>May 2024</td><td>First<br>edition</td></tr></table>
<dl><dt>Owner</dt><dd>Office manager</dd></dl><img src="badge.png" alt="A badge">
<div class="share">Share this page</div></main>
<aside><h2>Latest news</h2><p>Fair on Saturday</p></aside>
<footer><p>© Example School 2026</p></footer></body></html>`

export const googleDocs = `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">
.lst-kix_a-0>li{counter-increment:lst-ctn-kix_a-0}ol.lst-kix_a-0.start{counter-reset:lst-ctn-kix_a-0 0}ol.lst-kix_a-1.start{counter-reset:lst-ctn-kix_a-1 0}
.lst-kix_a-0>li:before{content:"" counter(lst-ctn-kix_a-0,decimal) ". "}.lst-kix_a-1>li{counter-increment:lst-ctn-kix_a-1}
.lst-kix_a-1>li:before{content:"" counter(lst-ctn-kix_a-0,decimal) "." counter(lst-ctn-kix_a-1,lower-latin) " "}
ul.lst-kix_b-0{list-style-type:none}.lst-kix_b-0>li:before{content:"\\0025cf   "}
.c0{font-weight:700;font-size:16pt}.c1{font-weight:400;font-size:11pt}.c2{font-weight:700}</style></head><body class="c9 doc-content">
<p class="c3 title"><span class="c5">Visitors Policy</span></p><p class="c3"><span class="c0">Aims</span></p><p class="c3"><span class="c1">Visitors are welcome.</span></p>
<p class="c3"><span class="c1 c2">Note:</span><span class="c1">&nbsp;they sign in.</span></p><p class="c3"><span class="c1"></span></p>
<ol class="c4 lst-kix_a-0 start" start="1"><li class="c6 li-bullet-0"><span class="c1">Badges</span></li></ol>
<ol class="c4 lst-kix_a-1 start" start="1"><li class="c6"><span class="c1">given at the office</span></li><li class="c6"><span class="c1">worn</span></li></ol>
<ol class="c4 lst-kix_a-0" start="2"><li class="c6"><span class="c1">Leaving</span></li></ol><p class="c3"><span class="c1">Between the lists.</span></p>
<ol class="c4 lst-kix_a-0" start="3"><li class="c6"><span class="c1">Parking</span></li></ol>
<ul class="c4 lst-kix_b-0 start"><li class="c6"><span class="c1">a bullet</span></li></ul></body></html>`

export const wordPage = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>Template of another school</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {font-size:11.0pt;} h1 {font-size:16.0pt} --></style></head>
<body lang=EN-GB><div class=WordSection1><p class=MsoTitle>Visitors Policy<o:p></o:p></p>
<p class=MsoToc1><a href="#_Toc1">Aims<span style='mso-tab-count:1 dotted'>..... </span>1</a></p>
<h1><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Aims</h1>
<p class=MsoNormal>The school\u2019s \u201cvisitors\u201d are
welcome.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>\u00B7<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>sign in</p>
<p class=MsoListParagraphCxSpLast style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l1 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>(b)<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>wear a badge</p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>A hidden remark.</span>They leave by four.</p>
<p class=MsoFootnoteText>[1] Or at any other time.</p><p class=MsoFooter>Page 1</p></div></body></html>`
