import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.impl.XmiCasSerializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Reads XMI with UIMA's own code, writes it, reads that, and prints `file TAB type TAB covered text` of both. */
public class ReadXmi {
  public static void main(String[] args) throws Exception {
    TypeSystemDescription types =
        UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(args[0]));
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < args.length; i++) {
      CAS first = CasCreationUtils.createCas(types, null, null);
      try (FileInputStream in = new FileInputStream(args[i])) {
        XmiCasDeserializer.deserialize(in, first);
      }
      ByteArrayOutputStream again = new ByteArrayOutputStream();
      XmiCasSerializer.serialize(first, again);
      CAS second = CasCreationUtils.createCas(types, null, null);
      XmiCasDeserializer.deserialize(new ByteArrayInputStream(again.toByteArray()), second);
      String one = covered(first, args[i]);
      if (!one.equals(covered(second, args[i]))) throw new Exception("re-written it differs: " + args[i]);
      out.append(one);
    }
    System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String covered(CAS cas, String file) {
    Type type = cas.getTypeSystem().getType("webanno.custom.BiaozhuMention");
    StringBuilder out = new StringBuilder();
    FSIterator<AnnotationFS> each = cas.getAnnotationIndex(type).iterator();
    while (each.hasNext()) {
      AnnotationFS mention = each.next();
      String label = mention.getFeatureValueAsString(type.getFeatureByBaseName("label"));
      String text = mention.getCoveredText().replace("\n", "\\n");
      out.append(file).append('\t').append(label).append('\t').append(text).append('\n');
    }
    return out.toString();
  }
}
