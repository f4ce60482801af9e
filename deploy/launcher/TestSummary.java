import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads Surefire's reports and says what failed, what was skipped and why, and how many of each; run from source by
 * {@code ./zhisheng test}.
 *
 * <p>Arguments: the project's folder, then one reason for each part of the tests that did not run at all. Exit status: 0
 * nothing failed, 1 something failed or no test ran.
 */
public final class TestSummary {
    private static final List<String> REPORTS = List.of("surefire-reports", "surefire-reports-mysql");

    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int passed;

    public static void main(String[] arguments) throws Exception {
        TestSummary summary = new TestSummary();
        for (int i = 1; i < arguments.length; i++) {
            summary.skipped.add(arguments[i]);
        }
        for (Path report : reports(Path.of(arguments[0]))) {
            summary.read(report);
        }
        summary.print();
        System.exit(summary.failed.isEmpty() && summary.passed > 0 ? 0 : 1);
    }

    private static List<Path> reports(Path project) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(project)) {
            for (Path module : modules.filter(Files::isDirectory).sorted().toList()) {
                for (String folder : REPORTS) {
                    found.addAll(files(module.resolve("target").resolve(folder)));
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList();
        }
    }

    private void read(Path report) throws Exception {
        String engine = report.getParent().getFileName().toString().endsWith("mysql") ? " (MySQL)" : "";
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        NodeList cases = document.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            count((Element) cases.item(i), engine);
        }
    }

    private void count(Element test, String engine) {
        String name = test.getAttribute("classname").replaceFirst(".*\\.", "") + "." + test.getAttribute("name") + engine;
        Element failure = first(test, "failure", "error");
        Element skip = first(test, "skipped");
        if (failure != null) {
            failed.add(name + ": " + line(failure.getAttribute("message"), failure.getAttribute("type")));
        } else if (skip != null) {
            skipped.add(name + ": " + line(skip.getAttribute("message"), "没有说明 no reason given"));
        } else {
            passed++;
        }
    }

    private static Element first(Element test, String... names) {
        for (String name : names) {
            NodeList found = test.getElementsByTagName(name);
            if (found.getLength() > 0) {
                return (Element) found.item(0);
            }
        }
        return null;
    }

    private static String line(String message, String otherwise) {
        String first = message.strip().lines().findFirst().orElse(otherwise);
        return first.length() > 300 ? first.substring(0, 300) + "…" : first;
    }

    private void print() {
        list("失败 Failed", failed);
        list("跳过 Skipped", skipped);
        System.out.printf("%n%d passed, %d failed, %d skipped%n", passed, failed.size(), skipped.size());
    }

    private static void list(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            System.out.printf("%n%s%n", title);
            lines.forEach(line -> System.out.println("  " + line));
        }
    }
}
