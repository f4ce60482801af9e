package org.zhisheng.analytics.text;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Licence plates, e-mail addresses, names in messengers and employee numbers. */
final class IdFinder implements Finder {
    private static final Pattern PLATE = Pattern.compile(
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\\s?[A-HJ-Z][\\s·•.\\-]?"
                    + "(?:[A-HJ-NP-Z0-9]{4}[学警港澳挂]|[A-HJ-NP-Z0-9]{5,6})(?![A-Z0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.+\\-]+\\s?@\\s?[\\w\\-]+(?:\\.[\\w\\-]+)+", Pattern.UNICODE_CASE);
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?:[微薇威维]\\s?信|v信|(?<![a-z])[vw]x|wechat|weixin|加\\s?v(?:\\s?x)?|(?<![a-z])q\\s?q|扣扣|抖音|快手|钉钉|支付宝|微博)"
                    + "(?:账号|帐号|号码|号|id)?[\\s:：是为,，]{0,3}([a-z0-9_\\-]{5,20}|\\d(?:[\\s.\\-]?\\d){4,11})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPLOYEE = Pattern.compile("(?:工号|工牌号?|厂牌号?|胸牌号?|员工(?:编号|代码|卡号|号)|人员编号|打卡号|饭卡号|档案号)"
            + "(?:尾数|后几位|后[两三四234]位|码)?[\\s:：是为,，]{0,3}([A-Za-z]{0,4}-?\\d{2,12}(?:-\\d{1,8})*)");

    @Override
    public Stream<Mark> find(Comment comment) {
        return Stream.of(
                        mark(PLATE, 0, comment.plain(), MarkKind.PLATE, "plate"),
                        mark(EMAIL, 0, comment.plain(), MarkKind.EMAIL, "email"),
                        mark(ACCOUNT, 1, comment.digits(), MarkKind.ACCOUNT, "account.named"),
                        mark(EMPLOYEE, 1, comment.digits(), MarkKind.EMPLOYEE, "employee.named"))
                .flatMap(found -> found);
    }

    private static Stream<Mark> mark(Pattern pattern, int group, String text, MarkKind kind, String rule) {
        return Comment.find(pattern, group, text).map(span -> new Mark(span, kind, rule));
    }
}
