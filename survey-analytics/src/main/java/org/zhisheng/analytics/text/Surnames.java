package org.zhisheng.analytics.text;

import java.util.Set;

/**
 * Family names. The common ones cover well over nine in ten people; rarer ones that are everyday words (全, 和, 向, 平, 时)
 * are left out, since they would mark half of all comments.
 */
final class Surnames {
    /** One character each. */
    static final String SINGLE =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄柏仇肖付闫";

    /** Of two characters. */
    static final Set<String> COMPOUND =
            Set.of("欧阳", "司马", "诸葛", "上官", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "宇文", "长孙", "端木");

    /** A character class of the single ones. */
    static final String ANY = "[" + SINGLE + "]";

    private Surnames() {}

    /** Whether the text starts with a family name. */
    static boolean start(String text) {
        return !text.isEmpty()
                && (SINGLE.indexOf(text.charAt(0)) >= 0 || COMPOUND.stream().anyMatch(text::startsWith));
    }
}
