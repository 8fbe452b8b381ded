/** Our own few lines of CSS that give a recorded page the Hub's proportions, light and dark. */
export const STYLE = `
*{box-sizing:border-box}body{margin:0;font:16px/1.5 "Source Sans 3","Source Sans Pro",ui-sans-serif,system-ui,sans-serif;background:#fff;color:#111827}
.dark body{background:#0b0f19;color:#e5e7eb}.contents{display:contents}a{color:inherit;text-decoration:none}
nav.top{display:flex;gap:20px;align-items:center;padding:12px 16px;border-bottom:1px solid #f3f4f6}.dark nav.top{border-color:#1f2937}
main{display:flex;flex-direction:column}header{border-bottom:1px solid #f3f4f6;padding-top:32px;background:linear-gradient(#f9fafb,#fff)}.dark header{border-color:#1f2937;background:linear-gradient(#131926,#0b0f19)}
.container{position:relative;max-width:1536px;margin:0 auto;padding:0 16px;width:100%}
h1.title{display:flex;flex-wrap:wrap;align-items:center;font-size:20px;font-weight:400;margin:0 0 12px;gap:6px 0}
.group{display:flex;align-items:center;color:#9ca3af}.font-mono{font-family:"IBM Plex Mono",ui-monospace,monospace;font-weight:600;overflow-wrap:anywhere}
h1 button,h1 .box{font:14px/1 inherit;background:none;border:1px solid #e5e7eb;border-radius:6px;color:#6b7280;padding:4px 7px;margin-right:8px}
h1 button.copy{border:0;margin-right:14px}.dark h1 button,.dark h1 .box{border-color:#374151;color:#9ca3af;background:#0b0f19}.dark h1 button.copy{background:none}
.tags{display:flex;flex-wrap:wrap;gap:6px;margin-bottom:16px}.tag{border:1px solid #e5e7eb;border-radius:8px;padding:2px 9px;font-size:14px;color:#374151;background:#fff}.tag.round{border-radius:16px}.dark .tag{border-color:#374151;color:#9ca3af;background:#0b0f19}
.tabs{display:flex;gap:2px;font-size:15px}.tab-alternate{padding:6px 12px;color:#6b7280;border-bottom:2px solid transparent}.tab-alternate.active{color:inherit;border-color:currentColor}
.columns{display:grid;gap:32px;padding-top:28px}@media(min-width:768px){.columns{grid-template-columns:7fr 5fr}}
.columns>section{min-width:0}.columns .order-first{border-inline-start:0;color:#6b7280;font-size:14px}@media(max-width:767px){.columns>section{min-width:0}.columns .order-first{order:-1}}
.model-card-content{overflow-wrap:anywhere;padding-bottom:80px}.model-card-content pre{background:#f9fafb;border-radius:8px;padding:12px;overflow:auto;font-size:13px}.dark .model-card-content pre{background:#131926}
.model-card-content table{border-collapse:collapse;font-size:14px}.model-card-content td,.model-card-content th{border:1px solid #e5e7eb;padding:4px 10px}.dark .model-card-content td,.dark .model-card-content th{border-color:#374151}
.model-card-content a{text-decoration:underline}.list{display:grid;gap:10px;padding:24px 0;max-width:720px}.list a{border:1px solid #e5e7eb;border-radius:10px;padding:10px 14px}.dark .list a{border-color:#374151}
.thirds{display:grid;gap:28px}@media(min-width:1024px){.thirds{grid-template-columns:repeat(3,minmax(0,1fr))}}.sides{display:grid;gap:28px;padding-top:28px}@media(min-width:1024px){.sides{grid-template-columns:240px minmax(0,1fr)}}
.head{display:flex;flex-wrap:wrap;gap:12px;align-items:center;margin-bottom:20px}.head h1{font-size:20px;margin:0}.total{color:#9ca3af}.head input{font:14px/1 inherit;border:1px solid #e5e7eb;border-radius:14px;padding:6px 14px;background:transparent;color:inherit}.head button{font:14px/1 inherit;border:1px solid #e5e7eb;border-radius:8px;padding:6px 10px;background:none;color:inherit;margin-inline-start:auto}.dark .head :is(input,button){border-color:#374151}
.cards{display:grid;grid-template-columns:minmax(0,1fr);gap:20px}@media(min-width:1536px){.cards{grid-template-columns:repeat(var(--columns),minmax(0,1fr))}}
.overview-card-wrapper{min-width:0;border:1px solid #f3f4f6;border-radius:8px;background:linear-gradient(to right,#f9fafb,#fff)}.dark .overview-card-wrapper{border-color:#1f2937;background:linear-gradient(to right,#131926,#0b0f19)}
.overview-card-wrapper>a{display:flex;align-items:center;justify-content:space-between;gap:16px;padding:8px}.w-full{width:100%}.truncate{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.overview-card-wrapper header{all:unset;display:flex;align-items:center;margin-bottom:2px}.overview-card-wrapper h4{margin:0;font-size:15px;font-weight:400}.facts{display:flex;align-items:center;overflow:hidden;white-space:nowrap;font-size:14px;line-height:1.25;color:#9ca3af;margin-right:4px}.dot{padding:0 6px;color:#d1d5db}.dark .dot{color:#6b7280}
ul.pages{display:flex;gap:12px;justify-content:center;list-style:none;padding:0;margin:40px 0}
`
