package org.zhisheng.analytics.text;

/** Titles and jobs at work, as pieces of patterns. */
final class Titles {
    /** Titles of two characters and more, the longer ones first. */
    static final String LONG = "(?:总经理|副经理|副主任|副厂长|副科长|副主席|副书记|副部长|副组长|副总监?|董事长|工程师|老板娘|主任|经理|总监|厂长|科长|部长|处长|主席"
            + "|书记|班长|组长|队长|段长|工段长|线长|拉长|领班|主管|课长|所长|院长|校长|店长|站长|股长|局长|师傅|老师|老板|会计|出纳|大姐|大哥|阿姨|医生"
            + "|护士|秘书|助理|代表|律师|先生|女士|小姐|同志|总工|机长|工长|调度|厂医)";

    /** Titles of one character, which are parts of other words too: what may not follow them stands here. */
    static final String SHORT =
            "(?:总(?![共是有会公体量数部之结算额的要在觉])|工(?![车资作人会伤时程厂种位序龄具装地友头牌号艺商业段艰钱])|[科厂队处局董](?![长员级技目学房区里家外务理部])"
                    + "|[姐哥叔嫂婶伯爷](?![姐哥弟妹])|师(?![傅范生]))";

    /** A job that one person holds, or few do. */
    static final String JOB = "(?:主任助理|副?主任|副?科长|副?部长|副?处长|副?经理|副?队长|班长|组长|段长|工段长|线长|拉长|领班|主管|总监|负责人"
            + "|调度员?|值班员|统计员?|保管员?|库管员?|仓管员?|质检员?|检验员|化验员|安全员|记账员|核算员|考勤员|会计|出纳|文员|秘书|司机|厨师长?|炊事员|宿管|保安|门卫"
            + "|保洁|医生|护士|内勤|跟单员?|采购员?|业务员|工程师|技术员|维修工|机修工?|电工|焊工|钳工|车工|铣工|叉车工|司炉工?|锅炉工|喷漆工|油漆工|老头|阿姨|大姐|师傅)";

    private Titles() {}
}
