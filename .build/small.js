// Makes the public page's script small: comments and space go, local names become letters. Run by the build (pom.xml) in Nashorn; UglifyJS does it.
// What comes out is what is served and what the policy's hash is of; the source is src/main/resources/contact/front.js.
var Files = Java.type('java.nio.file.Files'), Paths = Java.type('java.nio.file.Paths');
var from = Paths.get(arguments[0]), to = Paths.get(arguments[1]), version = arguments[2];
var source = new java.lang.String(Files.readAllBytes(from), 'UTF-8');
var stamp = Paths.get(arguments[3]), mark = 'uglify-js ' + version + ' ' + source.hashCode() + ' ' + source.length();
if (!Files.exists(stamp) || !Files.readString(stamp).equals(mark) || Files.size(to) >= Files.size(from)) {
  var atob = function () {}, btoa = atob, exports = {};
  ['utils', 'ast', 'transform', 'parse', 'scope', 'compress', 'output', 'sourcemap', 'mozilla-ast', 'propmangle', 'minify'].forEach(function (part) {
    load('classpath:META-INF/resources/webjars/uglify-js/' + version + '/lib/' + part + '.js');
  });
  var small = minify({'front.js': String(source)}, {compress: false, mangle: true, output: {ascii_only: true, quote_style: 3}});
  if (small.error) throw small.error;
  Files.writeString(to, small.code);
  Files.writeString(stamp, mark);
}
