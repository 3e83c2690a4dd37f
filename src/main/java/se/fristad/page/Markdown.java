package se.fristad.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Text with headings, lists, emphasis and links (CommonMark), written by staff, drawn for anybody.
///
/// HTML is never let through: it is shown as the text it is. Links lead to `https:` and `tel:`
/// only, and tell nobody where they were followed from. Pictures are their words.
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .attributeProviderFactory(context ->
              (node, tag, attributes) -> {
                if (node instanceof Link) {
                  attributes.put("rel", "noreferrer");
                }
              })
          .build();

  private Markdown() {}

  /// What in a text cannot be shown as it stands.
  public enum Fault {
    /// HTML.
    HTML,
    /// A link to something else than `https:` or `tel:`.
    LINK,
    /// A picture.
    PICTURE
  }

  /// The text as HTML, safe whatever stands in it.
  ///
  /// @param under the level of the heading that it stands under: the text's own begin one below
  public static String html(String text, int under) {
    Node document = PARSER.parse(text);
    document.accept(new Tame(under));
    return RENDERER.render(document);
  }

  /// What the writer is told before it is kept; empty when all of it can be shown.
  public static List<Fault> faults(String text) {
    List<Fault> faults = new ArrayList<>();
    PARSER
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlBlock html) {
                faults.add(Fault.HTML);
              }

              @Override
              public void visit(HtmlInline html) {
                faults.add(Fault.HTML);
              }

              @Override
              public void visit(Link link) {
                if (!isAllowed(link.getDestination())) {
                  faults.add(Fault.LINK);
                }
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                faults.add(Fault.PICTURE);
              }
            });
    return faults.stream().distinct().toList();
  }

  private static boolean isAllowed(String destination) {
    String address = destination.toLowerCase(Locale.ROOT);
    return address.matches("https://[^\\s/].*") || address.matches("tel:\\+?[0-9-]+");
  }

  /// Takes links and pictures that may not be there out of the text and leaves their words; a
  /// heading is lower, since the page has its own.
  private static final class Tame extends AbstractVisitor {
    private final int under;

    Tame(int under) {
      this.under = under;
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (!isAllowed(link.getDestination())) {
        unwrap(link);
      }
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      unwrap(image);
    }

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(heading.getLevel() + under, 6));
      visitChildren(heading);
    }

    private static void unwrap(Node node) {
      Node child = node.getFirstChild();
      while (child != null) {
        Node next = child.getNext();
        node.insertBefore(child);
        child = next;
      }
      node.unlink();
    }
  }
}
