import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Asks veraPDF what a finished PDF lacks, and prints it for verapdf.py: {@code Verdict FLAVOUR,... FILE...}.
 *
 * <p>A line, its fields parted by tabs, for each rule that is broken: ordinal of the file, flavour, "broken", clause,
 * test, how often, the object where it was first met, what veraPDF says of it. Then one for the flavour: ordinal,
 * flavour, "done", how many checks were made. What has no such line was not looked at.
 *
 * <p>Written for Java 11 and run from its source: nothing is compiled beforehand.
 */
public final class Verdict {
    private static final int KEPT = 10_000;
    private static final PrintStream OUT = new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);

    public static void main(String[] words) throws Exception {
        Locale.setDefault(Locale.ROOT);
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int place = 1; place < words.length; place++) {
            for (String flavour : words[0].split(",")) {
                judge(place - 1, new File(words[place]), PDFAFlavour.fromString(flavour));
            }
        }
    }

    private static void judge(int ordinal, File file, PDFAFlavour flavour) throws Exception {
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile(flavour), KEPT, false, true, false);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
            ValidationResult result = validator.validate(parser);
            Map<RuleId, TestAssertion> first = new HashMap<>();
            for (TestAssertion met : result.getTestAssertions()) {
                first.putIfAbsent(met.getRuleId(), met);
            }
            result.getFailedChecks().forEach((rule, times) -> line(
                ordinal, flavour.getId(), "broken", rule.getClause(), rule.getTestNumber(), times,
                place(first.get(rule)), words(first.get(rule))));
            line(ordinal, flavour.getId(), "done", result.getTotalAssertions());
        }
    }

    /** Reads a profile by name: veraPDF's own directory of them is not in the package that carries it. */
    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        String id = flavour.getId();
        String name = id.startsWith("ua") ? "PDFUA-" + id.substring(2) : "PDFA-" + id.toUpperCase(Locale.ROOT);
        try (InputStream text = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            return Profiles.profileFromXml(text);
        }
    }

    private static String place(TestAssertion met) {
        return met == null ? "" : met.getLocation().getContext();
    }

    private static String words(TestAssertion met) {
        if (met == null) {
            return "";
        }
        return met.getErrorMessage() != null ? met.getErrorMessage() : met.getMessage();
    }

    private static void line(Object... fields) {
        StringBuilder text = new StringBuilder();
        for (Object field : fields) {
            text.append(text.length() > 0 ? "\t" : "").append(String.valueOf(field).replaceAll("\\s+", " "));
        }
        OUT.println(text);
    }
}
