recapIndex([
["c", "活动背景与目标概述", "goals/index.html", "为什么办，什么算成功，达成了吗：GMV 9.83 亿元。 本次活动的成交总额为 9.83 亿元（9.8 亿元），其中微信渠道 4.52 亿元。平台曝光 5000 万次，同比情况见转化一章。"],
["c", "活动背景与目标概述 · 目标与口径", "goals/index.html#targets", "缺少的数值写作 —，另见缺失。 成交：支付即计入，退款不扣除； 转化：见 conversion 一项； 不安全的链接只显示文字。 “我们要的是用户留下来，而不只是一次下单。” 小组 人数 运营 <b> 12 客服 **x** 240 各渠道的成交 渠道按首次触达归类"],
["c", "转化率与销售业绩表现", "conversion/index.html", "钱从哪里来，在哪里漏掉。"],
["c", "转化率与销售业绩表现 · 每天的成交", "conversion/index.html#daily", "开门红当天冲高，之后回落；5000 万次曝光集中在首日。 开门红当天成交 9,600 万元，是日均的五倍 日成交额 口径：已支付 第二张图缺数据。 没有画出的图"],
["c", "转化率与销售业绩表现 · 漏斗", "conversion/index.html#section-funnel", "三步漏斗 select sum(amount)\nfrom orders where a < b"],
["m", "成交总额 (GMV)", "data-dictionary/index.html#gmv", "gmv · 9.83 亿元 · 已支付订单的实付金额之和，含之后退款的订单"],
["m", "端到端转化率", "data-dictionary/index.html#conversion", "conversion · 3.8%"],
["m", "单均成本", "data-dictionary/index.html#cost_per_order", "cost_per_order · 34.5 元"],
["m", "单日最高成交", "data-dictionary/index.html#peak_day", "peak_day · 9,600 万元"],
["f", "浏览到加购流失最多：每 100 人只有 12.8 人加购。", "conversion/index.html#funnel", "转化率与销售业绩表现"],
["f", "加购后 58.6% 支付。", "conversion/index.html#funnel", "转化率与销售业绩表现"]
]);
