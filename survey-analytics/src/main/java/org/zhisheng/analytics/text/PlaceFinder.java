package org.zhisheng.analytics.text;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where somebody lives or stood: streets with numbers, buildings, rooms, gates, and homes far away. */
final class PlaceFinder implements Finder {
    private static final String ROOM =
            "(?:\\d{1,2}单元)?(?:\\d{1,2}[楼层])?(?:[A-Za-z]?-?\\d{2,4}室?(?!\\s?(?:元|块|天|年|月|个|人|度|小时|分|%)))?";

    private static final Pattern STREET = Pattern.compile(
            "(?:\\p{IsHan}{2,4}[省市县区镇乡])?\\p{IsHan}{2,4}(?:路|大街|街|巷|弄|村|小区|花园|公寓|家园|新村)\\d{1,4}(?:号楼|号院|号|栋|幢|弄)"
                    + ROOM);
    private static final Pattern BUILDING =
            Pattern.compile("(?<![\\dA-Za-z])(?:[东南西北]区)?(?:\\d{1,3}|[A-Za-z])(?:号(?:宿舍)?楼|号宿舍|栋|幢|座|#楼?)" + ROOM);
    private static final Pattern DORMITORY =
            Pattern.compile("(?:[东南西北]区)?宿舍楼?[A-Za-z]?\\d{2,4}(?:室|房|寝)?(?!\\s?(?:元|块|个|人|度))");
    private static final Pattern ROOM_ALONE = Pattern.compile("(?<![\\dA-Za-z])[A-Za-z]?\\d{3,4}(?:室|房间|寝室|宿舍)");
    private static final Pattern SPOT = Pattern.compile("\\d{0,2}(?:号)?(?:车间|仓库|厂区|厂|食堂|宿舍楼?)[东南西北](?:门|侧|头|边|角)"
            + "|\\d{1,2}号?(?:车间|仓库|厂房|食堂|楼|线)(?:大?门口|楼梯口|拐角|后面|旁边)");
    private static final Pattern TOWN = Pattern.compile("(?:老家(?:是|在)?|籍贯|户口在|家在|家住|住在)\\s?("
            + "(?:\\p{IsHan}{2,4}[市县区])?\\p{IsHan}{2,4}[镇乡]|\\p{IsHan}{2,4}[县])(?!\\p{IsHan}?路)");
    private static final Pattern HOME = Pattern.compile("(?:老家(?:是|在)?|来自|籍贯|户口在|家在|家住|从)("
            + "(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古?|重庆)"
            + "省?(?!来|过来|人)\\p{IsHan}{2,3}?(?:市|县)?)(?=来|过来|的|人|[，,。]|$)");

    @Override
    public Stream<Mark> find(Comment comment) {
        return Stream.of(
                        mark(STREET, 0, comment.digits(), "address.street"),
                        mark(BUILDING, 0, comment.digits(), "address.building"),
                        mark(DORMITORY, 0, comment.digits(), "address.room"),
                        mark(ROOM_ALONE, 0, comment.digits(), "address.room"),
                        mark(SPOT, 0, comment.digits(), "address.spot"),
                        mark(TOWN, 1, comment.plain(), "address.home"),
                        mark(HOME, 1, comment.plain(), "address.home"))
                .flatMap(found -> found);
    }

    private static Stream<Mark> mark(Pattern pattern, int group, String text, String rule) {
        return Comment.find(pattern, group, text).map(span -> new Mark(span, MarkKind.ADDRESS, rule));
    }
}
