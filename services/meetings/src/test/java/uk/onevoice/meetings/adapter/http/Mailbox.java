package uk.onevoice.meetings.adapter.http;

import static io.restassured.RestAssured.given;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import uk.onevoice.testkit.stack.RunningStack;

/** What came by SMTP for an address, as the mail catcher of the tests has it. */
record Mailbox(String address) {
  /**
   * One message.
   *
   * @param method of the iTIP message, from the type of its part; empty where there is none
   * @param calendar the iCalendar part; empty where there is none
   */
  record Message(String from, String subject, String text, String method, String calendar) {}

  /** The oldest first; none when nobody has ever written there. */
  List<Message> messages() {
    var answer = given().get(RunningStack.get().mailbox(address));
    if (answer.statusCode() != 200) {
      return List.of();
    }
    return answer.jsonPath().<String>getList("mimeMessage").stream().map(Mailbox::parsed).toList();
  }

  private static Message parsed(String source) {
    try {
      var message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
      var text = new ArrayList<String>();
      var method = new ArrayList<String>();
      var calendar = new ArrayList<String>();
      read(message.getContent(), message.getContentType(), text, method, calendar);
      return new Message(
          message.getFrom()[0].toString(),
          message.getSubject(),
          String.join("", text),
          String.join("", method),
          String.join("", calendar));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (MessagingException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static void read(
      Object content, String type, List<String> text, List<String> method, List<String> calendar)
      throws IOException, MessagingException {
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.getContent() instanceof Multipart inner) {
          read(inner, part.getContentType(), text, method, calendar);
        } else {
          String words = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          read(words, part.getContentType(), text, method, calendar);
        }
      }
      return;
    }
    var what = new ContentType(type);
    if (what.match("text/calendar")) {
      method.add(String.valueOf(what.getParameter("method")));
      calendar.add(content.toString());
    } else {
      text.add(content.toString());
    }
  }
}
