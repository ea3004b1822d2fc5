package io.stocktrend.assembly;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What others on the machine can see of a running Java process. */
record ProcessView(long pid) {
  /** Command line, environment, and every attribute of every management bean. */
  @SuppressWarnings("BanJNDI") // The peer is a child process of this test.
  String everything() throws IOException, AttachNotSupportedException, JMException {
    StringBuilder seen = new StringBuilder();
    for (String file : new String[] {"cmdline", "environ"}) {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
      seen.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
    }
    VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
    JMXServiceURL url = new JMXServiceURL(machine.startLocalManagementAgent());
    machine.detach();
    try (JMXConnector connector = JMXConnectorFactory.connect(url)) {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      for (ObjectName bean : server.queryNames(null, null)) {
        describe(server, bean, seen);
      }
    }
    return seen.toString();
  }

  private static void describe(MBeanServerConnection server, ObjectName bean, StringBuilder seen)
      throws IOException, JMException {
    seen.append(bean).append('\n');
    for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
      try {
        Object value = server.getAttribute(bean, attribute.getName());
        seen.append(attribute.getName()).append('=').append(text(value)).append('\n');
      } catch (RuntimeMBeanException e) {
        // Some of the platform's beans do not support all that they list.
        seen.append(attribute.getName()).append(" is not to be had\n");
      }
    }
  }

  private static String text(Object value) {
    return value instanceof Object[] several ? Arrays.deepToString(several) : String.valueOf(value);
  }
}
