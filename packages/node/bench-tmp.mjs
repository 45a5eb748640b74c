import { readFileSync, mkdtempSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import sodium from "sodium-native";
import { encodeBatch, encodePayload, encodeTransaction, signingMessage, addressOfKeys } from "@sycee/protocol";
import { encodeGenesis } from "@sycee/ledger";
import { loadBuiltModules } from "../move-build/dist/index.js";
import * as sdk from "../sdk/dist/index.js";
import http from "node:http";
import { writeFileSync } from "node:fs";
const N = Number(process.argv[2] ?? 20000), USERS = Number(process.argv[3]??1000), CONC = 4, B=500;
function actor(name){const seed=Buffer.alloc(32);sodium.crypto_generichash(seed,Buffer.from(name));const publicKey=Buffer.alloc(32),sk=Buffer.alloc(64);sodium.crypto_sign_seed_keypair(publicKey,sk,seed);return{address:addressOfKeys({kind:"ed25519",publicKey}),publicKey,sk}}
const bank=actor("bank"),op=actor("op"); const users=Array.from({length:USERS},(_,i)=>actor("u"+i));
const START=Date.UTC(2026,0,1,12);
const modules=loadBuiltModules("/work/main/move/build").map(m=>m.bytes);
const chunk=(a,n)=>Array.from({length:Math.ceil(a.length/n)},(_,i)=>a.slice(i*n,i*n+n));
const genesis=encodeGenesis({timeMs:BigInt(START),modules,programs:[
 {signers:[sdk.FRAMEWORK.money],calls:[sdk.initialiseMoney(),sdk.registerUnit({code:"CZK",decimals:2,zoneOffsetMinutes:60}),sdk.entrustUnit({unit:1,centralBank:bank.address})]},
 {signers:[bank.address],calls:[sdk.establishCentralBank({unit:1,name:"CB name",settlementSymbol:"CZK.settlement",cashSymbol:"CZK.cash"}),sdk.setTier({tier:1}),sdk.admitOperator({operator:op.address,name:"Operator"}),sdk.contributeCapital({kind:"gold",description:"Gold",bookValueMinor:10n**14n,haircutBasisPoints:0}),sdk.issueSettlement({operator:op.address,kind:"gold",description:"Gold2",bookValueMinor:10n**13n,haircutBasisPoints:0})]},
 ...chunk(users,100).map((part,k)=>({signers:[op.address],calls:[sdk.openWallets({tier:1,wallets:part.map((u,i)=>{const c=new Uint8Array(32);new DataView(c.buffer).setUint32(0,k*100+i+1);return{owner:u.address,commitment:c}})})]})),
 ...chunk(users,50).map(part=>({signers:[op.address],calls:part.map(u=>sdk.handOut({to:u.address,amountMinor:1000000n}))})),
]});
const dir=mkdtempSync("/tmp/nb/d-"); writeFileSync(dir+"/genesis",genesis);
const prof=process.env.FLAGS?process.env.FLAGS.split(" "):process.env.PROF?["--cpu-prof","--cpu-prof-dir="+process.env.PROF]:[];
const t0=performance.now();
const child=spawn(process.execPath,[...prof,"/work/main/packages/node/serve-tmp.mjs",dir+"/data",dir+"/genesis",String(START)],{stdio:["pipe","pipe","inherit"]});
const rl=createInterface({input:child.stdout});let url;const gc=[];await new Promise(r=>rl.on("line",l=>{if(l.startsWith("http")){url=l;r()}else gc.push(l)}));
console.log("start ms",Math.round(performance.now()-t0));
const status=await (await fetch(url+"/v1/status")).json();
const chainId=Buffer.from(status.chainId.slice(2),"hex");
const tx=Array.from({length:N},(_,i)=>{const u=users[i%USERS],v=users[(i*7+1)%USERS];const payload={chainId,signers:[u.address],nonce:BigInt(i),expiryMs:BigInt(status.timeMs)+110000n,gasLimit:1000000n,feePayer:undefined,calls:[sdk.pay({payee:v.address===u.address?users[(i+1)%USERS].address:v.address,instrument:2,amountMinor:1n})]};const pb=encodePayload(payload);const s=Buffer.alloc(64);sodium.crypto_sign_detached(s,Buffer.from(signingMessage(pb)),u.sk);return encodeTransaction({payload,authenticators:[{kind:"ed25519",publicKey:u.publicKey,signature:s}]})});
const batches=chunk(tx,B).map(encodeBatch);
const agent=new http.Agent({keepAlive:true});
const post=body=>new Promise((res,rej)=>{const r=http.request(url+"/v1/transactions",{method:"POST",agent,headers:{"content-type":"application/vnd.sycee.batch+bcs",accept:"application/vnd.sycee.batch-results+bcs","content-length":body.length}},m=>{const c=[];m.on("data",d=>c.push(d));m.on("end",()=>res([m.statusCode,Buffer.concat(c)]))});r.on("error",rej);r.end(body)});
let next=0, bad=0; const cpu0=readFileSync(`/proc/${child.pid}/stat`,"utf8").split(" ");
const t1=performance.now();
const lat=[];
await Promise.all(Array.from({length:CONC},async()=>{for(let b;(b=batches[next++]);){const t=performance.now();const [s,body]=await post(b);lat.push(performance.now()-t);if(s!==200||body[2]!==0)bad++}}));
const secs=(performance.now()-t1)/1000; const cpu1=readFileSync(`/proc/${child.pid}/stat`,"utf8").split(" ");
lat.sort((a,b)=>a-b);
console.log("tx/s",Math.round(N/secs),"bad",bad,"server cpu us/tx",((+cpu1[13]+ +cpu1[14]- +cpu0[13]- +cpu0[14])*10000/N).toFixed(1),"lat p50",lat[lat.length>>1].toFixed(0),"max",lat.at(-1).toFixed(0));
const {readdirSync}=await import("node:fs"); const cpu=()=>Object.fromEntries(readdirSync(`/proc/${child.pid}/task`).map(t=>{const f=readFileSync(`/proc/${child.pid}/task/${t}/stat`,"utf8");const c=f.slice(f.indexOf("(")+1,f.lastIndexOf(")"));const r=f.slice(f.lastIndexOf(")")+2).split(" ");return [t+" "+c,[+r[11],+r[12]]]})); for(const [k,[u,sy]] of Object.entries(cpu()))if(u+sy>20)console.log(k,"user",u*10,"ms sys",sy*10);
const h=(await (await fetch(url+"/v1/status")).json()).height; console.log("blocks",h);
const m=await (await fetch(url+"/metrics")).text(); console.log(m.split("\n").filter(l=>/sycee_block_.*(sum|count)|transactions_total\{/.test(l)).join("\n"));
writeFileSync("/tmp/nb/gc",gc.join("\n"));
if(process.env.PROF){child.stdin.end("x");child.kill("SIGTERM")} else child.kill("SIGKILL"); await once(child,"exit"); process.exit();
