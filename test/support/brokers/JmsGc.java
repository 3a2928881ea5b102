import javax.jms.Connection;
import javax.jms.DeliveryMode;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageProducer;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * The end of the queue as GC sees it: through JMS. Prints each command as JMS has it, and answers Hello.
 * Arguments: the broker's OpenWire address, login, passcode, queue.
 */
public class JmsGc {
  public static void main(String[] args) throws JMSException {
    Connection connection = new ActiveMQConnectionFactory(args[1], args[2], args[0]).createConnection();
    connection.start();
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    MessageProducer producer = session.createProducer(null);
    var consumer = session.createConsumer(session.createQueue(args[3]));
    System.out.println("ready");
    while (true) {
      Message message = consumer.receive();
      String type = String.valueOf(message.getJMSType());
      System.out.println(describe(message, type));
      String[] words = type.split("#", 2);
      if (!words[0].equals("Hello")) continue;
      TextMessage answer = session.createTextMessage("{\"type\":\"System\",\"status\":\"IN_SERVICE\"}");
      producer.send(session.createTopic(words[1]), answer);
    }
  }

  /** One line of JSON: what kind of message it is, JMSType, body, and the headers that decide how long it lives. */
  private static String describe(Message message, String type) throws JMSException {
    boolean isText = message instanceof TextMessage;
    String body = isText ? ((TextMessage) message).getText() : "";
    boolean isPersistent = message.getJMSDeliveryMode() == DeliveryMode.PERSISTENT;
    return String.format(
        "{\"kind\":\"%s\",\"type\":\"%s\",\"body\":\"%s\",\"expires\":%d,\"persistent\":%b}",
        isText ? "TextMessage" : "other", type, body == null ? "" : body, message.getJMSExpiration(), isPersistent);
  }
}
