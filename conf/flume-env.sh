# Read by flume-ng before it starts Java; every line is optional.

# export JAVA_HOME=/path/to/jdk-17

# Java options, separated by blanks. Options of the command line come later and win.
# JAVA_OPTS="-Xmx1g -XX:+ExitOnOutOfMemoryError"

# Appended to the class path, e.g. what 'hadoop classpath' prints.
# FLUME_CLASSPATH=""

# Where credentials.json is, if not in this folder.
# export STOCKTREND_CREDENTIALS=/etc/stocktrend/credentials.json
