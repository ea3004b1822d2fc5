package io.stocktrend.agent.gaps;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import java.util.ArrayList;
import java.util.List;
import org.apache.flume.Context;
import org.apache.flume.interceptor.Interceptor;
import org.apache.flume.interceptor.InterceptorBuilderFactory;
import org.apache.flume.interceptor.InterceptorChain;

/** The interceptors that the settings of a source name, as Flume chains them. */
final class Interceptors {
  private static final String KEY = "interceptors";

  private Interceptors() {}

  static Interceptor of(Context settings) {
    List<Interceptor> interceptors = new ArrayList<>();
    String names = settings.getString(KEY, "").strip();
    for (String name : names.isEmpty() ? new String[0] : names.split("\\s+")) {
      interceptors.add(made(new Context(settings.getSubProperties(KEY + "." + name + ".")), name));
    }
    InterceptorChain chain = new InterceptorChain();
    chain.setInterceptors(interceptors);
    chain.initialize();
    return chain;
  }

  private static Interceptor made(Context own, String name) {
    try {
      Interceptor.Builder builder = InterceptorBuilderFactory.newInstance(own.getString("type"));
      builder.configure(own);
      return builder.build();
    } catch (ReflectiveOperationException e) {
      throw new ClientException(
          Fault.REQUEST, "the interceptor " + name + " cannot be made: " + e, e);
    }
  }
}
