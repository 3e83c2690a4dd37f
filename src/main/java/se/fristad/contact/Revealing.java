package se.fristad.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What in a text may tell who or where somebody is, so that the writer is warned before it stands
/// in a conversation without a name (E5.5).
///
/// It finds patterns, not meaning: numbers in the digits of any script and however they are parted,
/// addresses of e-mail, streets with numbers, names that people give as theirs or that stand on a
/// list. Names that are words as well ("Sten", "Liv", "My") are found beside a word for kin or a
/// surname. A warning that is missing proves nothing.
///
/// Each pattern has bounded repetitions, so that no text takes long.
public enum Revealing {
  /// A personal number (*personnummer*) or co-ordination number.
  PERSONAL_NUMBER,
  /// A telephone number that is not a public help line.
  TELEPHONE,
  /// An address of e-mail.
  EMAIL,
  /// A street with a number, or a postal code with its town.
  ADDRESS,
  /// A name.
  NAME;

  /// More than anybody may write; what stands beyond it is not looked at.
  private static final int MOST = 20_000;

  private static final String MONTH = "(?:0[1-9]|1[0-2])";
  private static final String DAY = "(?:[0-2][0-9]|3[01]|[67][0-9]|8[0-9]|9[01])";
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9])(?:(?:18|19|20)[0-9]{2}|[0-9]{2})[ ./-]?"
              + MONTH
              + "[ ./-]?"
              + DAY
              + "[ ]{0,2}[-+./]?[ ]{0,2}[0-9TtRrSsUuWwXxJjKkLlMmNn][0-9]{3}(?![0-9])");
  private static final Pattern LOOSE =
      Pattern.compile("(?<![0-9])[0-9](?:[ ./_+-]{1,2}[0-9]|[0-9]){9,11}(?![0-9])");
  private static final Pattern CALL =
      Pattern.compile(
          "(?<![0-9])(?:(?:\\+|00)[ ]?[1-9][0-9]{0,2}[ ]?(?:\\(0\\))?|\\(?0)(?:[ ./()-]{0,2}[0-9]){6,12}(?![0-9])");
  private static final Pattern PUBLIC =
      Pattern.compile("020[0-9]{6,7}|077[0-9]{7}|(?:\\+46|0046)(?:20|77)[0-9]+");
  private static final Pattern EMAIL_END =
      Pattern.compile("[ ]?[\\p{L}\\p{N}-]{1,63}(?:[ ]?\\.[ ]?[\\p{L}\\p{N}-]{2,63}){1,4}");
  private static final Pattern AT =
      Pattern.compile("@|[ ]?[\\[({](?:at|snabel-?a)[\\])}][ ]?|[ ]snabel-?a[ ]");
  private static final Pattern STREET =
      Pattern.compile(
          "(?<!\\p{L})(?:\\p{L}{2,40}(?:gatan|vägen|gränd|gränden|stigen|torget|allén|backen|gårdsgata|gata|street|road|avenue|strasse)"
              + "|\\p{Lu}\\p{L}{1,30}[ ](?:väg|gata|gränd|stig|torg|allé|backe|plats|street|road|avenue|lane))"
              + "[ ]{1,2}(?:nr[ .]{0,2}|nummer[ ])?[0-9]{1,4}(?![0-9:])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern STREET_IN_ENGLISH =
      Pattern.compile(
          "(?<![0-9])[0-9]{1,4}[a-z]?[ ]\\p{Lu}\\p{L}{1,30}[ ](?:Street|Road|Avenue|Lane)");
  private static final Pattern POSTAL =
      Pattern.compile("(?<![0-9])[1-9][0-9]{2}[ ][0-9]{2}[ ]{1,2}\\p{Lu}\\p{L}{2,30}");
  private static final Pattern CALLED =
      Pattern.compile(
          "(?<!\\p{L})(?:heter|kallas för|namn är|namnet är|my name is|is called|am called|is named)[ ]{1,2}[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}]{1,40}"
              + "|(?:اسمي|اسمه|اسمها)[ ]{1,2}\\p{L}{2,40}",
          Pattern.UNICODE_CASE);
  private static final Pattern CALLED_IN_SMALL =
      Pattern.compile("(?<!\\p{L})(?:Heter|My name is|I am called)[ ]{1,2}\\p{Lu}\\p{L}{1,40}");
  private static final Pattern SURNAME =
      Pattern.compile(
          "\\p{Lu}\\p{Ll}{1,30}(?:sson|sdotter|ström|qvist|kvist|lund|gren|berg|dahl|stedt|zadeh|oğlu|ović)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{1,60}");

  /// Beside these, a name that is a word as well is a name.
  private static final Set<String> KIN =
      Set.of(
          "man",
          "mannen",
          "make",
          "maken",
          "hustru",
          "fru",
          "frun",
          "sambo",
          "sambon",
          "pojkvän",
          "flickvän",
          "son",
          "sonen",
          "dotter",
          "dottern",
          "bror",
          "brodern",
          "syster",
          "systern",
          "pappa",
          "pappan",
          "mamma",
          "mamman",
          "farbror",
          "morbror",
          "svärmor",
          "svärfar",
          "kusin",
          "kusinen",
          "granne",
          "grannen",
          "kompis",
          "kompisen",
          "vän",
          "vännen",
          "läraren",
          "husband",
          "wife",
          "brother",
          "sister",
          "daughter",
          "mother",
          "father",
          "cousin",
          "neighbour",
          "friend");

  private static final Set<String> NAMES = read("names");
  private static final Set<String> WORDS_TOO = read("names-that-are-words");

  /// Everything found in a text.
  public static Set<Revealing> in(String text) {
    Set<Revealing> found = EnumSet.noneOf(Revealing.class);
    String rest = plain(text.length() > MOST ? text.substring(0, MOST) : text);
    String without = PERSONAL.matcher(rest).replaceAll(" ");
    if (!without.equals(rest) || loose(rest)) {
      found.add(PERSONAL_NUMBER);
    }
    Matcher call = CALL.matcher(without);
    while (call.find()) {
      if (!PUBLIC.matcher(call.group().replaceAll("[^0-9+]", "")).matches()) {
        found.add(TELEPHONE);
      }
    }
    if (email(rest)) {
      found.add(EMAIL);
    }
    if (STREET.matcher(rest).find()
        || STREET_IN_ENGLISH.matcher(rest).find()
        || POSTAL.matcher(without).find()) {
      found.add(ADDRESS);
    }
    if (CALLED.matcher(rest).find() || CALLED_IN_SMALL.matcher(rest).find() || named(rest)) {
      found.add(NAME);
    }
    return found;
  }

  /// As it is looked at: digits of every script as 0–9, dashes as one dash, spaces as one kind, and
  /// nothing that nobody sees.
  private static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(folded.length());
    folded
        .codePoints()
        .forEach(point -> {
          int kind = Character.getType(point);
          if (kind == Character.DECIMAL_DIGIT_NUMBER) {
            plain.append((char) ('0' + Character.digit(point, 10)));
          } else if (kind == Character.DASH_PUNCTUATION || point == 0x2212) {
            plain.append('-');
          } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            plain.append(' ');
          } else if (kind != Character.FORMAT && kind != Character.SURROGATE) {
            plain.appendCodePoint(point);
          }
        });
    return plain.toString();
  }

  /// A personal number whose digits stand apart: then only its own check digit tells it from other
  /// numbers.
  private static boolean loose(String text) {
    Matcher run = LOOSE.matcher(text);
    while (run.find()) {
      String digits = run.group().replaceAll("[^0-9]", "");
      String ten = digits.length() == 12 ? digits.substring(2) : digits;
      if (ten.length() == 10 && ten.matches("[0-9]{2}" + MONTH + DAY + "[0-9]{4}") && checks(ten)) {
        return true;
      }
    }
    return false;
  }

  private static boolean checks(String ten) {
    int sum = 0;
    for (int i = 0; i < ten.length(); i++) {
      int weighed = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  private static boolean email(String text) {
    Matcher at = AT.matcher(text);
    while (at.find()) {
      boolean before = at.start() > 0 && Character.isLetterOrDigit(text.charAt(at.start() - 1));
      Matcher end = EMAIL_END.matcher(text).region(at.end(), text.length());
      if (before && end.lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private static boolean named(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    for (int i = 0; i < words.size(); i++) {
      String one = words.get(i);
      String small = one.toLowerCase(Locale.ROOT);
      String stem = small.endsWith("s") ? small.substring(0, small.length() - 1) : small;
      if (NAMES.contains(small) || NAMES.contains(stem)) {
        return true;
      }
      boolean capital = Character.isUpperCase(one.codePointAt(0));
      boolean surname = i + 1 < words.size() && SURNAME.matcher(words.get(i + 1)).matches();
      boolean kin = i > 0 && KIN.contains(words.get(i - 1).toLowerCase(Locale.ROOT));
      if (capital
          && (surname || (kin && (WORDS_TOO.contains(small) || WORDS_TOO.contains(stem))))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> read(String name) {
    try (InputStream in = Revealing.class.getResourceAsStream("/contact/" + name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("missing list " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
