package uk.onevoice.projection.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;

/**
 * A paper as PDF: one page of A4, tagged, with its title and language, and with its fonts inside
 * (PDF/UA-1). Nothing of it is loaded before the first paper is asked for; and one is made at a
 * time, since each takes some memory while it is made.
 */
public final class Pdf {
  private static final int REGULAR = 400;
  private static final int BOLD = 700;
  private static final String FONT = "Liberation Sans";

  /** In points: the largest in which all of it is on one page. */
  private static final double[] SIZES = {9, 8.5, 8, 7.5, 7, 6.5, 6};

  private static final ReentrantLock ONE = new ReentrantLock(true);

  static {
    XRLog.setLoggingEnabled(false);
  }

  private Pdf() {}

  private record Pages(byte[] bytes, int count) {}

  public static byte[] of(Paper paper) {
    ONE.lock();
    try {
      Pages pages = pages(paper, SIZES[0]);
      for (int i = 1; pages.count() > 1 && i < SIZES.length; i++) {
        pages = pages(paper, SIZES[i]);
      }
      return pages.bytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      ONE.unlock();
    }
  }

  private static Pages pages(Paper paper, double size) throws IOException {
    Document page = Markup.of(paper, style() + "body { font-size: " + size + "pt }");
    var bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      var builder =
          new PdfRendererBuilder()
              .usePDDocument(document)
              .usePdfUaAccessibility(true)
              .withProducer("OneVoice")
              .useFont(font(document, "Regular"), FONT, REGULAR, FontStyle.NORMAL, true)
              .useFont(font(document, "Bold"), FONT, BOLD, FontStyle.NORMAL, true)
              // It names nothing outside of itself; should it ever, that is not fetched.
              .useUriResolver((base, uri) -> null)
              .withW3cDocument(page, "")
              .toStream(OutputStream.nullOutputStream());
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        document.save(bytes);
        return new Pages(bytes.toByteArray(), document.getNumberOfPages());
      }
    }
  }

  /**
   * Without what the font says of glyphs that stand for several letters, such as fi: PDFBox reads
   * all of that again for each word, which is half of the work of a page.
   */
  private static PDFontSupplier font(PDDocument document, String face) throws IOException {
    try (InputStream file = resource("/liberation/LiberationSans-" + face + ".ttf")) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      document.registerTrueTypeFontForClosing(font);
      font.setEnableGsub(false);
      return new PDFontSupplier(PDType0Font.load(document, font, true));
    }
  }

  private static String style() {
    try (InputStream style = resource("/paper/paper.css")) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(Pdf.class.getResourceAsStream(path), path);
  }
}
