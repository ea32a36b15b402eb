package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// runServe builds the site, serves it on loopback and builds it again whenever
// something it is made of changes. A fault is shown in the terminal and on the
// open page while the last good site stays up.
func runServe(c *call) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	b := buildFlags(flags)
	addr := flags.String("addr", "127.0.0.1:1313", "监听地址；只在本机可见")
	args, err := c.parse(flags)
	if err != nil {
		return err
	}
	if len(args) > 0 {
		return usageError(fmt.Sprintf("不认识的参数“%s”", args[0]))
	}
	listener, err := listen(*addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	if _, port, _ := net.SplitHostPort(*addr); port != "0" && !strings.HasSuffix(listener.Addr().String(), ":"+port) {
		fmt.Fprintf(c.out, "端口 %s 已被占用，改用另一个。\n", port)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	live := newLive(b.out)
	changes, err := watch(ctx, b.watched())
	if err != nil {
		return err
	}
	if fault := c.buildSaying(b); fault != "" {
		if !exists(b.out) {
			return errFaults
		}
		fmt.Fprintln(c.err, "这次没有生成成功，先显示上一次的网站。")
		live.rebuilt(fault)
	}
	server := &http.Server{Handler: live, ReadHeaderTimeout: 10 * time.Second}
	go server.Serve(listener)
	fmt.Fprintf(c.out, "网站在 http://%s/ ，保存文件后自动重建，按 Ctrl+C 结束。\n", listener.Addr())
	for {
		select {
		case <-ctx.Done():
			return server.Close()
		case name := <-changes:
			fmt.Fprintln(c.out, "有改动：", name)
			live.rebuilt(c.buildSaying(b))
		}
	}
}

// listen takes addr if it is on loopback; when its port is in use, any free one.
func listen(addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, usageError(fmt.Sprintf("--addr “%s”应写成 127.0.0.1:1313 的样子", addr))
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, usageError(fmt.Sprintf("--addr “%s”不是本机地址；serve 只供本机查看，公布请用 build 生成的目录", addr))
	}
	l, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		l, err = net.Listen("tcp", net.JoinHostPort(host, "0"))
	}
	return l, err
}
