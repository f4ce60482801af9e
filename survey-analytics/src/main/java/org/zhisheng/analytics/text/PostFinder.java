package org.zhisheng.analytics.text;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Posts: a part of the plant with a job. "The shift leader" is many; "the inspection's shift leader" is one. */
final class PostFinder implements Finder {
    private static final String PART =
            "(?:客服|电商|机房|驻厂|\\p{IsHan}{1,3}(?<!我们|你们|他们|咱们|每个|各个)站|质检|质量|品管|品质|品控|检验|仓库|仓储|成品库?|原料库?|库房|物流|财务|人事|人力资源|行政|办公室|前台|采购|销售|业务|市场|设备"
                    + "|机修|维修|动力|电工|锅炉房|保安|保卫|门卫|食堂|后勤|宿舍|化验室|实验室|调度|统计|工艺|技术|研发|生产|计划|安全|安环|环保|党办|党委|工会|团委"
                    + "|喷漆|油漆|焊接|冲压|冲床|铸造|热处理|装配|总装|包装|注塑|裁剪|缝纫|染整|印染|模具|叉车|运输|车队|医务室|纪检|审计|法务|信息|网络"
                    + "|[\\d一二三四五六七八九十甲乙丙丁ABCD]{1,2}(?:号)?(?:车间|班|组|线|工段|厂|分厂|队|区)|车间|夜班|白班|早班|中班|晚班)";
    private static final Pattern POST =
            Pattern.compile(PART + "{1,2}(?:部|科|处|股|室|组|课|中心|车间|队|房)?的?(?:那个|副|正|代理|男|女|老|小)?" + Titles.JOB);
    private static final Pattern ONLY = Pattern.compile(
            "(?:唯一|仅有|独一)(?:的)?(?:一[个名位])?(?:的)?[男女老]?" + Titles.JOB + "|(?:就|只有)[一1](?:个|名|位)[男女]?" + Titles.JOB
                    + "|(?:唯一|仅有|独一)(?:的)?(?:一[个名位])?(?:的)?(?:残疾人|孕妇|孕妈|大学生|研究生|党员|少数民族|[回满藏苗壮侗彝]族|外地人|女生|女工|男工|聋哑人)");

    @Override
    public Stream<Mark> find(Comment comment) {
        return Stream.concat(
                Comment.find(POST, 0, comment.plain()).map(s -> new Mark(s, MarkKind.POST, "post.part-and-job")),
                Comment.find(ONLY, 0, comment.plain()).map(s -> new Mark(s, MarkKind.POST, "post.only-one")));
    }
}
